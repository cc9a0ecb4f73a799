package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.FeedView;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.Markup;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/** The stock feed (reference, section 6): absolute available quantities, as text or as XML. */
final class StockView implements FeedView<StockView.Row> {

    private static final String LITERAL = "noItemsAvailable";
    private static final String ALL_SITES = "getMultipleStocksites";

    /**
     * An article's quantities when its batch was opened.
     *
     * @param available all warehouses
     * @param changed those that the change was about
     */
    public record Row(long articleId, String articleNo, Map<Integer, BigDecimal> available, Set<Integer> changed) {

        BigDecimal total() {
            return available.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private final Quirks quirks;
    private final Articles articles;

    public StockView(Quirks quirks, Articles articles) {
        this.quirks = quirks;
        this.articles = articles;
    }

    @Override
    public List<Item> all() {
        return articles.all().stream()
                .filter(article -> article.type() != SimArticle.Type.EL)
                .map(article -> new Item(article.key(), article.articleNo()))
                .toList();
    }

    @Override
    public Optional<Row> row(String key, Set<String> aspects) {
        SimArticle article = articles.byKey(key);
        if (article == null || article.deleted() || article.type() == SimArticle.Type.EL) {
            return Optional.empty();
        }
        Map<Integer, BigDecimal> available = new TreeMap<>();
        Shelves.SITES.forEach(site -> available.put(site, article.available(site)));
        boolean whole = aspects.stream().anyMatch(aspect -> !aspect.startsWith(Shelves.SITE));
        Set<Integer> changed = Shelves.SITES.stream()
                .filter(site -> whole || aspects.contains(Shelves.SITE + site))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return Optional.of(new Row(article.id(), article.articleNo(), available, changed));
    }

    @Override
    public void accept(SpecterParameters call) {
        call.flag(ALL_SITES);
    }

    /** Rows end with CR, character 13. */
    @Override
    public Optional<String> text(List<Row> rows, String batchNo) {
        StringBuilder text = new StringBuilder();
        if (quirks.is(FeedQuirk.HEADER, "true")) {
            text.append("articleId;articleNo;" + LITERAL + ";batchNo\r");
        }
        for (Row row : rows) {
            text.append(row.articleId())
                    .append(';')
                    .append(row.articleNo())
                    .append(';')
                    .append(quantity(single(row)))
                    .append(';')
                    .append(batchNo)
                    .append('\r');
        }
        // An answer is never empty: without header and rows it would be no answer at all.
        return Optional.of(text.isEmpty() ? "\r" : text.toString());
    }

    @Override
    public String xml(List<Row> rows, SpecterParameters call, @Nullable String limit) {
        StringBuilder sites = new StringBuilder();
        if (call.flag(ALL_SITES)) {
            for (int site : Shelves.SITES) {
                boolean all = quirks.is(FeedQuirk.SITES_IN_ANSWER, "ALL");
                List<Row> told = rows.stream()
                        .filter(row -> all || row.changed().contains(site))
                        .toList();
                if (!told.isEmpty()) {
                    sites.append(site(site, told, row -> row.available().getOrDefault(site, BigDecimal.ZERO)));
                }
            }
        } else if (!rows.isEmpty()) {
            sites.append(site(Shelves.DEFAULT_SITE, rows, this::single));
        }
        return Feeds.list("stockChanges", sites.toString(), limit, quirks);
    }

    private Markup site(int site, List<Row> rows, java.util.function.Function<Row, BigDecimal> quantity) {
        Markup stock = new Markup("stock");
        if (!quirks.is(FeedQuirk.SITE_ATTRIBUTE, "NONE")) {
            stock.attribute(quirks.get(FeedQuirk.SITE_ATTRIBUTE), site);
        }
        Markup list = new Markup("articles");
        rows.forEach(row -> list.child(new Markup("article")
                .element("articleNo", row.articleNo())
                .element("noItemsAv", quantity(quantity.apply(row)))));
        return stock.child(list);
    }

    private BigDecimal single(Row row) {
        return quirks.is(FeedQuirk.SINGLE_SITE, "TOTAL")
                ? row.total()
                : row.available().getOrDefault(Shelves.DEFAULT_SITE, BigDecimal.ZERO);
    }

    private String quantity(BigDecimal available) {
        if (quirks.is(FeedQuirk.LITERAL, "true") && available.signum() <= 0) {
            return LITERAL;
        }
        BigDecimal told = quirks.is(FeedQuirk.CLAMP, "ZERO") ? available.max(BigDecimal.ZERO) : available;
        if (quirks.is(FeedQuirk.STOCK_DECIMALS, "EXACT")) {
            return Markup.number(told, 0, quirks);
        }
        int decimals = quirks.number(FeedQuirk.STOCK_DECIMALS);
        return Markup.number(told.setScale(decimals, RoundingMode.HALF_UP), decimals, quirks);
    }
}
