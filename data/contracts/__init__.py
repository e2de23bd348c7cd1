"""What the product's datasets are called and hold."""

from data.contracts.datasets import DATASETS, Dataset, Field

__all__ = ["DATASETS", "Dataset", "Field"]
