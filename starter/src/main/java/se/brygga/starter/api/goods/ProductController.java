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
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.feeds.ProductLoopDesk;
import se.brygga.starter.desk.products.ProductDesk;
import se.brygga.starter.desk.products.ProductDesk.ProductList;
import se.brygga.starter.desk.products.ProductDesk.Which;
import se.brygga.starter.desk.products.ProductStory;
import se.brygga.starter.desk.products.RegisterEntry;
import se.brygga.workflows.ShopRef;

/** Where products stand on their way to Specter or to a shop, and what the sync of products carries. */
@RestController
@RequestMapping("/api/v1/products")
class ProductController {

    /**
     * Has products that wait tried again.
     *
     * @param numbers null for all that wait
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record RetryRequest(
            @Nullable List<String> numbers,
            @Nullable String by,
            @Nullable String reason) {}

    /** @param retried how many of them waited */
    record Retried(int retried) {}

    private final ProductDesk desk;
    private final ProductLoopDesk loops;
    private final Once once;

    ProductController(ProductDesk desk, ProductLoopDesk loops, Once once) {
        this.desk = desk;
        this.loops = loops;
        this.once = once;
    }

    /** Variants of a shop, those first that stand there longest. */
    @Needs(Right.READ)
    @GetMapping("/{tenant}/{shop}")
    ProductList list(
            Caller caller,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestParam(defaultValue = "all") String which,
            @RequestParam(defaultValue = "100") int limit) {
        caller.require(tenant);
        return desk.list(new ShopRef(tenant, shop), Word.of(Which.class, "which", which), Limit.checked(limit));
    }

    /** All that the books know of one number, whichever way products go. */
    @Needs(Right.READ)
    @GetMapping("/{tenant}/{shop}/story")
    ProductStory story(
            Caller caller, @PathVariable String tenant, @PathVariable String shop, @RequestParam String sku) {
        caller.require(tenant);
        return desk.story(new ShopRef(tenant, shop), sku);
    }

    /** The register of what the sync of products carries, with the modes of one shop. */
    @Needs(Right.READ)
    @GetMapping("/{tenant}/{shop}/register")
    List<RegisterEntry> registerOf(Caller caller, @PathVariable String tenant, @PathVariable String shop) {
        caller.require(tenant);
        return desk.register(new ShopRef(tenant, shop));
    }

    /** The register of what the sync of products carries. */
    @Needs(Right.READ)
    @GetMapping("/register")
    List<RegisterEntry> register() {
        return desk.register();
    }

    /** Pauses the sync of a shop's products: nothing is written until somebody resumes the sync. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{shop}/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> pause(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody Once.Signature request) {
        return say(caller, key, new ShopRef(tenant, shop), ProductLoopDesk.Order.PAUSE, request);
    }

    /** Ends a pause. The sync looks at once. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{shop}/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> resume(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody Once.Signature request) {
        return say(caller, key, new ShopRef(tenant, shop), ProductLoopDesk.Order.RESUME, request);
    }

    /** Makes the sync look now. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{shop}/poke", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> poke(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody Once.Signature request) {
        return say(caller, key, new ShopRef(tenant, shop), ProductLoopDesk.Order.POKE, request);
    }

    /** Has products that wait tried again. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{tenant}/{shop}/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> retry(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody RetryRequest request) {
        caller.require(tenant);
        return once.answer(
                caller,
                key,
                List.of("products retry", tenant, shop, request),
                () -> new Retried(desk.retry(
                        new ShopRef(tenant, shop),
                        request.numbers(),
                        caller.operator(request.by(), request.reason()))));
    }

    private ResponseEntity<String> say(
            Caller caller, String key, ShopRef shop, ProductLoopDesk.Order order, Once.Signature request) {
        caller.require(shop.tenant());
        return once.answer(
                caller,
                key,
                List.of("products", order, shop.toString(), request),
                () -> loops.say(shop, order, request.operator(caller)));
    }
}
