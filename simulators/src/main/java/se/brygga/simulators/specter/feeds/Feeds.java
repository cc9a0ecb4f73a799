package se.brygga.simulators.specter.feeds;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SimSpecterAnswer;
import se.brygga.simulators.specter.protocol.SpecterParameters;

/** All journals of an account, and the actions that read and acknowledge them. Guarded by the account's lock. */
public final class Feeds implements Changes {

    private final Quirks quirks;
    private final Clock clock;
    private final Map<SimFeedKind, Journal<?>> journals = new EnumMap<>(SimFeedKind.class);
    private final Set<SimFeedKind> changed = EnumSet.noneOf(SimFeedKind.class);

    public Feeds(Quirks quirks, Clock clock) {
        this.quirks = quirks;
        this.clock = clock;
    }

    /** Must be called for each kind before the account is used. */
    public void add(SimFeedKind kind, FeedView<?> view) {
        journals.put(kind, new Journal<>(kind, view, quirks, clock));
    }

    @Override
    public void changed(SimFeedKind kind, String key, String what, String aspect) {
        journal(kind).changed(key, what, aspect);
        changed.add(kind);
    }

    /** Which kinds have changed since the last call. */
    public Set<SimFeedKind> takeChanged() {
        Set<SimFeedKind> taken = EnumSet.copyOf(changed);
        changed.clear();
        return taken;
    }

    public static boolean handles(String action) {
        return SimFeedKind.isFeed(action);
    }

    /**
     * A get or an ack.
     *
     * @param xml whether the call asked for XML
     * @throws SimRefusal nothing has changed
     */
    public SimSpecterAnswer act(String action, SpecterParameters call, boolean xml) {
        SimFeedKind kind = SimFeedKind.of(action);
        if (kind.gap().filter(gap -> quirks.is(gap, "off")).isPresent()) {
            throw SimRefusal.unknownAction();
        }
        String number = call.required("batchNo", 50);
        if (!number.matches("[A-Za-z0-9_-]+")) {
            throw SimRefusal.parameter("batchNo ska vara bokstäver, siffror, bindestreck");
        }
        String owner = owner(call);
        if (action.equals(kind.ack())) {
            call.refuseUnknown();
            return SimSpecterAnswer.done(journal(kind).acknowledge(number, owner));
        }
        return get(journal(kind), kind, number, owner, call, xml);
    }

    private <R> SimSpecterAnswer get(
            Journal<R> journal, SimFeedKind kind, String number, String owner, SpecterParameters call, boolean xml) {
        FeedView<R> view = journal.view();
        view.accept(call);
        boolean full = quirks.is(FeedQuirk.FULL_READ, "on") && call.flag("fullUpdate");
        call.refuseUnknown();
        if (!xml && view.text(List.of(), number).isEmpty()) {
            throw SimRefusal.parameter("useXML ska vara 2: texten är inte känd för " + kind.get());
        }
        String shop = call.text("webshopId");
        boolean scoped = quirks.is(FeedQuirk.SCOPED_FEEDS, "true") && !shop.isEmpty();
        List<R> rows = journal.get(number, owner, full, key -> !scoped || view.isOf(shop, key));
        String limit = quirks.get(FeedQuirk.limit(kind.id()));
        boolean limitTold = !limit.equals("0") && !quirks.is(FeedQuirk.LIMIT_SHOWN, "NONE");
        return SimSpecterAnswer.data(
                rows.size(), view.text(rows, number).orElse(""), view.xml(rows, call, limitTold ? limit : null));
    }

    private String owner(SpecterParameters call) {
        String user = call.text("apiUserId");
        String shop = call.text("webshopId");
        return switch (quirks.get(FeedQuirk.OWNER)) {
            case "USER" -> "user " + user;
            case "WEBSHOP" -> "shop " + shop;
            default -> "";
        };
    }

    /** Somebody marks everything of this kind as changed. */
    public void everythingChanged(SimFeedKind kind) {
        journal(kind).everythingChanged(Journal.MARKED);
        changed.add(kind);
    }

    /**
     * Another integration opens a batch and leaves it open.
     *
     * @return its number
     * @throws IllegalStateException one is open already
     */
    public String openForeign(SimFeedKind kind) {
        return journal(kind).openForeign("");
    }

    public void closeForeign(SimFeedKind kind) {
        journal(kind).closeForeign();
    }

    public void forget(SimFeedKind kind, String key) {
        journal(kind).forget(key);
    }

    public int pending(SimFeedKind kind) {
        return journal(kind).pendingCount();
    }

    public List<OpenBatch> openBatches() {
        return journals.values().stream()
                .flatMap(journal -> journal.openBatches().stream())
                .toList();
    }

    /** Every change there ever was, oldest first. */
    public List<JournalEntry> entries(SimFeedKind kind) {
        return journal(kind).entries();
    }

    private Journal<?> journal(SimFeedKind kind) {
        return Objects.requireNonNull(journals.get(kind));
    }

    /**
     * {@code responseMaxLimit} beside or on a list (O25).
     *
     * @param limit null when none is told
     */
    public static String list(String name, String content, @Nullable String limit, Quirks quirks) {
        boolean asAttribute = limit != null && quirks.is(FeedQuirk.LIMIT_SHOWN, "ATTRIBUTE");
        String attribute = asAttribute ? " responseMaxLimit=\"" + limit + "\"" : "";
        String list = content.isEmpty() && quirks.is(FeedQuirk.EMPTY_LIST, "NO_ELEMENT")
                ? ""
                : "<" + name + attribute + ">" + content + "</" + name + ">";
        return limit == null || asAttribute ? list : list + "<responseMaxLimit>" + limit + "</responseMaxLimit>";
    }
}
