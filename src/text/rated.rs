//! The words and pairs whose rates an article is scored by.

/// Words that are counted one by one: function words, verbs of reporting, hedges, connectives.
pub const WORDS: &str = "the of a an in to and that this these those which who whom whose is was are be been \
    being has have had will would shall should can could may might must do does did get got go went come came make \
    made take took say said says saying told tell according also just though although even still however therefore \
    thus moreover furthermore meanwhile addition very many much lot little such some any all each every both now then so because since while when \
    where if whether but or nor yet by for with on at from as about after before during between among through \
    against under over into out up down off back than i you he she it we they me him her us them my your his its our \
    their not no never one two first last new good great own same other another only more most several various \
    certain there here what how why etc because cannot people part way thing things time year etc quite rather \
    really actually always often already again around without within upon towards toward until per cent percent \
    order regard regarding due despite like well too";

/// Pairs of words that are counted.
pub const PAIRS: &str = "do not|does not|did not|will not|can not|is not|are not|was not|it is|there is|there are|\
    this is|that is|in addition|a lot|a little|but the|as well|the fact|such as|in order|according to|due to|\
    carried out|per cent|on the|of the|in the|to the|at the|for the|one of|part of|the same|the most|it was|not be|\
    not know|has been|have been|had been|will be|would be|can be|could be|so that|in this|of this|seems to|\
    able to|want to|need to|going to";

/// Short forms; they count as one thing.
pub const SHORT_FORMS: &str = "don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't \
    shouldn't hasn't haven't hadn't i'm you're we're they're i've you've we've they've i'll you'll he'll she'll it'll \
    we'll they'll i'd you'd he'd she'd we'd they'd that'll there'll who've ain't let's";
