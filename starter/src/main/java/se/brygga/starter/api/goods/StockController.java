package se.brygga.starter.api.goods;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.stock.StockDesk;
import se.brygga.starter.desk.stock.StockDesk.WithheldArticles;
import se.brygga.starter.desk.stock.StockStory;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;

/** Why a shop shows what it shows of a SKU, and articles that go to no shop. */
@RestController
@RequestMapping("/api/v1")
class StockController {

    /**
     * Accepts what Specter says of an article.
     *
     * @param article its number, as the list spells it
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record AcceptRequest(
            @Nullable String article,
            @Nullable String by,
            @Nullable String reason) {

        private String checked() {
            if (article == null || article.isBlank()) {
                throw Reason.FIELD_MISSING.refused("article", null);
            }
            return article;
        }
    }

    private final StockDesk desk;
    private final Once once;

    StockController(StockDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** All that the books know of one SKU in one shop. */
    @Needs(Right.READ)
    @GetMapping("/stock/{tenant}/{shop}")
    StockStory story(Caller caller, @PathVariable String tenant, @PathVariable String shop, @RequestParam String sku) {
        caller.require(tenant);
        return desk.story(new ShopRef(tenant, shop), sku);
    }

    /** Articles that go to no shop, or that a shop must not sell. */
    @Needs(Right.READ)
    @GetMapping("/articles/{tenant}")
    WithheldArticles articles(
            Caller caller, @PathVariable String tenant, @RequestParam(defaultValue = "100") int limit) {
        caller.require(tenant);
        return desk.articles(tenant, Limit.checked(limit));
    }

    /**
     * Accepts what Specter says of an article. Or says, of two articles whose numbers differ in case only, which one is
     * meant.
     */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/articles/{tenant}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> accept(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @RequestBody AcceptRequest request) {
        caller.require(tenant);
        String article = request.checked();
        Operator operator = caller.operator(request.by(), request.reason());
        return once.answer(
                caller, key, List.of("accept", tenant, request), () -> desk.accept(tenant, article, operator));
    }
}
