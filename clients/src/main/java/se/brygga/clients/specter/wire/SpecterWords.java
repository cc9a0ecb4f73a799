package se.brygga.clients.specter.wire;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Specter's own words without the names of people. Specter may name a customer that we did not send. So a word with a
 * capital letter stays only if it is known from error texts. A quoted text stays only if we sent it.
 */
public final class SpecterWords {

    private static final String MASK = "***";

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|»[^«]*«|”[^”]*”|“[^”]*”");

    private static final Pattern CAPITALISED =
            Pattern.compile("(?<![\\p{L}\\p{N}*])\\p{Lu}(?:[\\p{L}\\p{N}'’._-]*[\\p{L}\\p{N}])?");

    /** Words of error texts, in Swedish and English: stems with short endings, and small words unchanged. */
    private static final Pattern KNOWN =
            Pattern.compile("(?:Kund|Order|Artikel|Artikl|Batch|Nyck|Användar|E-post|E-postadress"
                    + "|Adress|Postnum|Ordernum|Artikelnum|Kundnum|Organisationsnum|Personnum|Kundgrupp|Webbutik|Betalsätt|Betalning|Leverans"
                    + "|Leveranssätt|Faktur|Lagersaldo|Lagerställe|Pris|Momssats|Valuta|Språk|Landskod|Fält|Värde|Parameter|Felaktig|Ogiltig|Okän"
                    + "|Otillåt|Saknas|Customer|Article|Missing|Unknown|Invalid|Duplicate|Error|Access|Denied|Wrong|Value|Field)\\p{Ll}{0,3}"
                    + "|Orgnr|Rad|Moms|Land|Fel|Saknar|Finns|Kan|Får|Måste|Max|Ingen|Inget|Inga|Det|Den|De|En|Ett|Ej|User|Key|The|This|No|Not"
                    + "|Specter|Starweb|SBMID|AB|HB|KB|AS|ID|NR|EU|SEK|NOK|DKK|EUR|USD|GBP|VAT|SKU|EAN|API|XML|URL|OK");

    /** The number of a batch or an order: it has a digit and no blank. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]*[0-9][A-Za-z0-9._-]*");

    private SpecterWords() {}

    /**
     * Specter's words without names.
     *
     * @param sent values that we sent and that name nobody: the number of an article or an order
     */
    public static String withoutNames(String text, Set<String> sent) {
        String quoted = QUOTED.matcher(text)
                .replaceAll(found -> namesNobody(inside(found), sent) ? asIs(found) : masked(found));
        return CAPITALISED.matcher(quoted).replaceAll(found -> namesNobody(found.group(), sent) ? asIs(found) : MASK);
    }

    private static boolean namesNobody(String text, Set<String> sent) {
        return sent.contains(text)
                || KNOWN.matcher(text).matches()
                || NUMBER.matcher(text).matches();
    }

    private static String inside(MatchResult found) {
        return found.group().substring(1, found.group().length() - 1);
    }

    private static String asIs(MatchResult found) {
        return Matcher.quoteReplacement(found.group());
    }

    /** The masked text, with its quotation marks. */
    private static String masked(MatchResult found) {
        String text = found.group();
        return Matcher.quoteReplacement(text.charAt(0) + MASK + text.charAt(text.length() - 1));
    }
}
