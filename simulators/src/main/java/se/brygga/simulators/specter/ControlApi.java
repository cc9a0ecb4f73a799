package se.brygga.simulators.specter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;

/**
 * {@code /__sim/}: what people and testers do in Specter. Described in {@code simulators/README.md}. A form of the page is answered
 * by a way back to the page.
 */
final class ControlApi {

    /** A call as the parts of the control API see it. */
    record Call(String method, List<String> path, SimWish wish) {

        boolean is(String wanted) {
            return method.equals(wanted);
        }

        int size() {
            return path.size();
        }

        /** @throws IllegalArgumentException the path is too short */
        String at(int index) {
            if (index >= path.size()) {
                throw new IllegalArgumentException("the path is too short: " + path);
            }
            return path.get(index);
        }

        /** @throws IllegalArgumentException there is no number */
        long numberAt(int index) {
            if (!at(index).matches("\\d{1,15}")) {
                throw new IllegalArgumentException(at(index) + " is not a number");
            }
            return Long.parseLong(at(index));
        }

        /** What to throw when the path leads nowhere. */
        IllegalArgumentException unknown() {
            return new IllegalArgumentException("unknown control path " + String.join("/", path));
        }
    }

    private final SpecterSimulator simulator;
    private final CommonControl common;
    private final ArticleControl articles;
    private final SalesControl sales;
    private final FeedControl feeds;

    ControlApi(SpecterSimulator simulator, CommonControl common) {
        this.simulator = simulator;
        this.common = common;
        this.articles = new ArticleControl(simulator);
        this.sales = new SalesControl(simulator);
        this.feeds = new FeedControl(simulator);
    }

    /** @param path below {@code /__sim} */
    SimResponse handle(SimRequest request, List<String> path) {
        boolean form = false;
        try {
            Optional<SimResponse> done = common.handle(request, path);
            if (done.isPresent()) {
                return done.get();
            }
            SimWish wish = SimWish.of(request);
            form = wish.isForm();
            Optional<Object> answer = own(new Call(request.method(), path, wish));
            return form ? backToThePage() : answer.map(CommonControl::json).orElse(SimResponse.empty(204));
        } catch (IllegalArgumentException e) {
            return form ? explained(e) : CommonControl.refused(e);
        } catch (IllegalStateException e) {
            // Only a foreign batch beside one that is open.
            return SimResponse.of(409, "text/plain", String.valueOf(e.getMessage()), StandardCharsets.UTF_8);
        }
    }

    /** @return what is told; empty when something was done */
    private Optional<Object> own(Call call) {
        return switch (call.at(0)) {
            case "articles" -> articles.articles(call);
            case "assortment" -> articles.assortment(call);
            case "till" -> articles.till(call);
            case "writes" -> articles.writes(call);
            case "price-lists" -> articles.priceLists(call);
            case "orders" -> sales.orders(call);
            case "customers" -> sales.customers(call);
            case "feeds" -> feeds.feeds(call);
            case "triggers" -> feeds.triggers(call);
            case "calls" -> Optional.of(simulator.calls());
            case "occupied" -> {
                simulator.account(call.numberAt(1)).occupy(call.at(2));
                yield Optional.empty();
            }
            case "reset" -> {
                simulator.reset();
                yield Optional.empty();
            }
            default -> throw call.unknown();
        };
    }

    private static SimResponse backToThePage() {
        return SimResponse.empty(303).withHeader("Location", "/");
    }

    private static SimResponse explained(IllegalArgumentException e) {
        String reason = String.valueOf(e.getMessage()).replace("&", "&amp;").replace("<", "&lt;");
        return SimResponse.html(
                400, "<html><body><p>Det gick inte: " + reason + "</p><a href='/'>Tillbaka</a></body></html>");
    }
}
