package se.brygga.starter.api.goods;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.HttpRefusal;
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.products.ProductGroupDesk;
import se.brygga.starter.desk.products.ProductGroups;
import se.brygga.starter.desk.products.ProductGroups.Standing;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;

/** Groups of articles that form one product of a shop. */
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/shops/{shop}/product-groups")
class ProductGroupController {

    private static final int MOST = 100;

    /**
     * Confirms groups, or makes one of several.
     *
     * @param groups as the list names them
     * @param types what the articles differ by; as the list says when there are none
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record GroupsRequest(
            @Nullable List<String> groups,
            @Nullable List<String> types,
            @Nullable String by,
            @Nullable String reason) {

        private List<String> checked() {
            if (groups == null || groups.isEmpty() || groups.stream().anyMatch(Objects::isNull)) {
                throw Reason.FIELD_MISSING.refused("groups", null);
            }
            if (groups.size() > MOST) {
                throw new HttpRefusal(HttpStatus.CONTENT_TOO_LARGE, Reason.TOO_MANY.of(MOST, groups.size()));
            }
            return groups;
        }

        private List<String> checkedTypes() {
            return orNone(types);
        }
    }

    /**
     * Takes articles out of a group.
     *
     * @param articles all of the group's when there are none
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record SplitRequest(
            @Nullable String group,
            @Nullable List<String> articles,
            @Nullable String by,
            @Nullable String reason) {

        private String checked() {
            if (group == null || group.isBlank()) {
                throw Reason.FIELD_MISSING.refused("group", null);
            }
            return group;
        }

        private List<String> checkedArticles() {
            return orNone(articles);
        }
    }

    private final ProductGroupDesk desk;
    private final Once once;

    ProductGroupController(ProductGroupDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** The groups of a shop, with a standing or with any but alone. */
    @Needs(Right.READ)
    @GetMapping
    ProductGroups list(
            Caller caller,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(defaultValue = "100") int limit) {
        caller.require(tenant);
        return desk.list(
                new ShopRef(tenant, shop),
                standing == null ? null : Word.of(Standing.class, "standing", standing),
                Limit.checked(limit));
    }

    /** Confirms groups. The answer has an outcome for each, in the same order. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> accept(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody GroupsRequest request) {
        caller.require(tenant);
        ShopRef ref = new ShopRef(tenant, shop);
        List<String> groups = request.checked();
        Operator operator = caller.operator(request.by(), request.reason());
        return once.answer(
                caller,
                key,
                List.of("accept", ref, request),
                () -> desk.accept(ref, groups, request.checkedTypes(), operator));
    }

    /** Takes articles out of a group. Each is a product by itself after that. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/split", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> split(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody SplitRequest request) {
        caller.require(tenant);
        ShopRef ref = new ShopRef(tenant, shop);
        String group = request.checked();
        Operator operator = caller.operator(request.by(), request.reason());
        return once.answer(
                caller,
                key,
                List.of("split", ref, request),
                () -> desk.split(ref, group, request.checkedArticles(), operator));
    }

    /** Makes one group of several groups, or of single articles. The first gives the group its number. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> merge(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody GroupsRequest request) {
        caller.require(tenant);
        ShopRef ref = new ShopRef(tenant, shop);
        List<String> groups = request.checked();
        Operator operator = caller.operator(request.by(), request.reason());
        return once.answer(
                caller,
                key,
                List.of("merge", ref, request),
                () -> desk.merge(ref, groups, request.checkedTypes(), operator));
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }
}
