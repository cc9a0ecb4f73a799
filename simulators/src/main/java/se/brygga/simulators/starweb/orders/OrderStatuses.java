package se.brygga.simulators.starweb.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The order statuses of one shop: Starweb's four, which have an idCode, and those of the shop's own. */
public final class OrderStatuses {

    /** The shop's own status. */
    public static final String CUSTOM = "Skickad till lager";

    private static final List<String> STANDARD = List.of("created", "picking", "completed", "canceled");

    private static final class Status {
        final long id;
        String name;
        boolean mails = true;

        Status(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    private final List<Status> all = new ArrayList<>();
    private long next;

    /** @param random decides on the ids: numbers differ per shop, only idCode means the same everywhere */
    public OrderStatuses(Random random) {
        next = 10L + random.nextInt(40);
        STANDARD.forEach(this::add);
        add(CUSTOM);
    }

    /** @return the id of a new status of the shop's own */
    public long add(String name) {
        all.add(new Status(next++, name));
        return all.getLast().id;
    }

    /** Changes a status of the shop's own. */
    public void change(long statusId, Optional<String> name, Optional<Boolean> mails) {
        Status status = find(statusId).orElseThrow(ApiError::notFound);
        name.ifPresent(text -> status.name = text);
        mails.ifPresent(decision -> status.mails = decision);
    }

    /** @param name an idCode, or the name of the custom status */
    public long id(String name) {
        return named(name).id;
    }

    /** Whether an order that gets this status causes a mail, as far as the status decides. */
    public boolean mails(long statusId) {
        return find(statusId).map(status -> status.mails).orElse(false);
    }

    /** The shop owner decides whether a status mails. */
    public void mail(String name, boolean mails) {
        named(name).mails = mails;
    }

    private Status named(String name) {
        return all.stream()
                .filter(status -> status.name.equals(name))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("unknown status " + name));
    }

    private Optional<Status> find(long statusId) {
        return all.stream().filter(status -> status.id == statusId).findFirst();
    }

    public boolean has(long statusId) {
        return find(statusId).isPresent();
    }

    public void require(long statusId) {
        if (!has(statusId)) {
            throw ApiError.badRequest("unknown statusId " + statusId);
        }
    }

    /** Somebody removes the custom status (S-24). */
    public void removeCustom() {
        all.removeIf(status -> status.name.equals(CUSTOM));
    }

    public void remove(long statusId) {
        all.removeIf(status -> status.id == statusId);
    }

    /** Null for a status of the shop's own, and for one that was removed. */
    @Nullable
    public String idCode(long statusId) {
        return find(statusId)
                .map(status -> status.name)
                .filter(STANDARD::contains)
                .orElse(null);
    }

    /** The idCode, or the name of a status of the shop's own. */
    public String name(long statusId) {
        return find(statusId).map(status -> status.name).orElse(CUSTOM);
    }

    public List<ObjectNode> list() {
        return all.stream().map(status -> view(status.id)).toList();
    }

    /** Also of one that was removed, as an order may still have it. */
    public ObjectNode view(long statusId) {
        ObjectNode view = JsonMapper.shared().createObjectNode().put("statusId", statusId);
        view.put("idCode", idCode(statusId)).put("shouldSendEmail", mails(statusId));
        view.set(
                "languages",
                Answers.inSwedish(find(statusId).map(status -> status.name).orElse("")));
        return view;
    }
}
