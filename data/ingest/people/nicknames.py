"""Everyday short forms of first names: two names that may be one person's, never certainly."""

from functools import cache

_GROUPS = """
albert al bert bertie; alexander alex sandy xander lex; alexandra alex sandra lexi sasha; andrew andy drew; anthony tony;
abigail abby gail; barbara barb babs; benjamin ben benny benji; bradley brad; catherine katherine kathryn cathy kathy katie
kate kat kitty; charles charlie chuck chaz; charlotte charlie lottie; christina christine chris tina chrissy;
christopher chris kit topher; cynthia cindy; daniel dan danny; david dave davey; deborah debbie deb; dominic dom nick;
donald don donnie; dorothy dot dottie dolly; douglas doug; edward ed eddie ted teddy ned; eleanor ellie nora nell;
elizabeth liz lizzy beth betsy betty eliza libby ellie bess; emily em emmy; emma em emmy; evelyn eve evie; francis frank
frankie; francisco paco pancho cisco; frances fran francie; frederick fred freddy; gabriel gabe; gabriela gabby;
gerald jerry gerry; gregory greg; guadalupe lupe lupita; gwendolyn gwen; harold hal harry; henry hank harry; isabella
isabel bella izzy belle; jacob jake jay; james jim jimmy jamie jay; jennifer jen jenny; jeremiah jerry jeremy; jessica jess
jessie; jesus chuy; john jack johnny jon; jonathan jon jonny nathan; jose pepe; joseph joe joey; joshua josh; juan juanito;
judith judy; kenneth ken kenny; kimberly kim; lawrence larry; leonard leo len lenny; leonardo leo; lillian lily lil;
louis lou louie; madeline maddie; madison maddie; magdalena lena; margaret maggie meg peggy margie greta rita; maria mary
mia; martha marty; martin marty; matthew matt matty; michael mike mikey mick mitch; michelle shelly; mohammed mo;
nathaniel nathan nate; nathan nate; nicholas nick nicky; olivia liv livvy ollie; oliver ollie; pamela pam; patricia pat
patty trish tricia; patrick pat paddy; peter pete; philip phil; priscilla cilla; rachel rach; raymond ray; rebecca becky
becca; richard rick ricky dick rich; robert rob robbie bob bobby; roberto beto; roger rodge; ronald ron ronnie;
rosario charo; samantha sam sammy; samuel sam sammy; sandra sandy; sarah sally sadie; sophia sophie; stephanie steph;
stephen steven steve stevie; susan sue susie; theodore ted teddy theo; theresa terry tess tessa tracy; thomas tom tommy;
timothy tim timmy; valerie val; veronica ronnie; victor vic; victoria vicky tori; vincent vince vinny; virginia ginny;
walter walt wally; william will bill billy willy liam; zachary zach zack
"""
SHORT = range(3, 5)
"""So many letters has a beginning that stands for a name nobody lists: Tess, Gabe."""
_CUT = 2


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_GROUPS.split(";")):
        for name in group.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


def alike(one: str, other: str) -> bool:
    """Whether two first names, in small letters, may be one person's: Bobby and Robert, Tess and Tessandra."""
    short, long = sorted((one, other), key=len)
    cut = len(short) in SHORT and long.startswith(short) and len(long) >= len(short) + _CUT
    return cut or bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


def of_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two whole names, as sorted words, are the same but for one first name and its short form."""
    mine, theirs = sorted(set(a) - set(b)), sorted(set(b) - set(a))
    return bool(set(a) & set(b)) and len(mine) == len(theirs) == 1 and alike(mine[0], theirs[0])
