package se.brygga.testbed.bench.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.Fault;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.starweb.goods.SimProductLog;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;

/** What the sync has asked the simulators, what it has changed there, and what is there twice. */
final class Traffic {

    /** Starweb's paths of products and of the lists that products refer to: all but those of orders and of access. */
    private static final String CATALOGUE = "/api/v2/(?!order|customer|token|web-hook)";

    private static final int PERCENT = 1;
    private static final List<Fault.Kind> FAULTS =
            List.of(Fault.Kind.DROP_BEFORE_COMMIT, Fault.Kind.DROP_AFTER_COMMIT, Fault.Kind.STATUS);

    private final Installation installation;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    Traffic(Installation installation) {
        this.installation = installation;
        Pattern ours = Pattern.compile("^/" + installation.shop.shop() + CATALOGUE);
        installation.starweb.observe((request, answer) -> {
            if (ours.matcher(request.path()).find()) {
                (request.method().equals("GET") ? reads : writes).incrementAndGet();
            }
        });
    }

    /** Of a hundred calls about products, so many are lost before they are done, lost after, or refused for a while. */
    void disturb() {
        for (Fault.Kind kind : FAULTS) {
            Fault ofShop = Fault.share(installation.shop.shop() + CATALOGUE, kind, PERCENT);
            Fault ofSpecter = Fault.share("action=newArticleSubmit", kind, 3 * PERCENT);
            if (kind == Fault.Kind.STATUS) {
                installation.starweb.faults().add(ofShop.withStatus(429, null).withRetryAfter("1"));
                installation.starweb.faults().add(ofShop.withStatus(503, null));
                installation.specter.faults().add(ofSpecter.withStatus(503, null));
            } else {
                installation.starweb.faults().add(ofShop);
                installation.specter.faults().add(ofSpecter);
            }
        }
    }

    void forget() {
        reads.set(0);
        writes.set(0);
        installation.starweb.forgetWrites(installation.shop.shop());
        installation.specter.account(installation.account).forgetArticleWrites();
    }

    /** Calls that write. */
    int written() {
        return installation.direction == Direction.TO_SHOP
                ? writes.get()
                : installation
                        .specter
                        .account(installation.account)
                        .articleWriteCounts()
                        .calls();
    }

    int shopCalls() {
        return reads.get() + writes.get();
    }

    /** What is there twice. */
    int doubles() {
        if (installation.direction == Direction.TO_SHOP) {
            return installation.starweb.doubles(installation.shop.shop()).size();
        }
        List<String> keys = installation.specter.account(installation.account).cards().stream()
                .map(SimArticle.Card::articleNo)
                .map(no -> no.strip().toUpperCase(Locale.ROOT))
                .toList();
        return keys.size() - (int) keys.stream().distinct().count();
    }

    /**
     * The least number of writes that bring an assortment over. To Specter: two calls for each hundred variants (ADR
     * 21). To the shop: one call for each product, category link, picture link, showing, and entry of a list.
     */
    int least(int variants) {
        if (installation.direction == Direction.TO_SPECTER) {
            return 2 * ((variants + 99) / 100);
        }
        return log().entrySet().stream()
                .filter(entry -> entry.getKey() != Kind.VARIANT && entry.getKey() != Kind.TEXT)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Writes of each kind that have changed the shop. */
    Map<Kind, Integer> log() {
        return installation.starweb.products(installation.shop.shop(), all -> {
            SimProductLog log = all.writes();
            Map<Kind, Integer> changed = new EnumMap<>(Kind.class);
            log.list().stream()
                    .filter(SimProductWrite::changed)
                    .forEach(write -> changed.merge(write.kind(), 1, Integer::sum));
            return changed;
        });
    }

    /** Calls of the shop by kind, for people. */
    String kinds() {
        List<String> kinds = new ArrayList<>();
        Map<Kind, Integer> log = log();
        Arrays.stream(Kind.values())
                .filter(log::containsKey)
                .forEach(kind -> kinds.add(kind.name().toLowerCase(Locale.ROOT) + " " + log.get(kind)));
        return String.join(", ", kinds);
    }
}
