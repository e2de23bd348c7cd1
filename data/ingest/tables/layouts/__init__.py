"""Ways in which a sheet's records are drawn, a file each; `trying` tries those that any table may have."""
