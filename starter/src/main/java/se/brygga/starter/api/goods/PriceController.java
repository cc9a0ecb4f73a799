package se.brygga.starter.api.goods;

import java.util.Arrays;
import java.util.List;
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
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.PriceFilePreview;
import se.brygga.starter.desk.prices.WaitingPrice;
import se.brygga.starter.desk.prices.WaitingPrices;
import se.brygga.workflows.refusal.Reason;

/** Price changes that wait for a person, and price lists from a file. */
@RestController
@RequestMapping("/api/v1/prices")
class PriceController {

    /** Enough for a file of a hundred thousand rows. */
    private static final int LARGEST_FILE = 8 * 1024 * 1024;

    /**
     * Decides about price changes.
     *
     * @param prices exactly these, as the list showed them; one that has changed since then is refused
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record VerdictRequest(
            WaitingPrice.@Nullable Verdict verdict,
            @Nullable List<WaitingPrice> prices,
            @Nullable String by,
            @Nullable String reason) {

        private static final int MOST = 100;

        private WaitingPrice.Verdict checkedVerdict() {
            if (verdict == null) {
                throw Reason.FIELD_MISSING.refused(
                        "verdict",
                        Arrays.stream(WaitingPrice.Verdict.values())
                                .map(WaitingPrice.Verdict::word)
                                .toList());
            }
            return verdict;
        }

        private List<WaitingPrice> checkedPrices(Caller caller) {
            if (prices == null || prices.isEmpty()) {
                throw Reason.FIELD_FROM.refused("prices", "/api/v1/prices/waiting");
            }
            if (prices.size() > MOST) {
                throw new HttpRefusal(HttpStatus.CONTENT_TOO_LARGE, Reason.TOO_MANY.of(MOST, prices.size()));
            }
            prices.forEach(price -> caller.require(price.shop().tenant()));
            return prices;
        }
    }

    /**
     * A file with price lists.
     *
     * @param file its bytes in base64, because the file may be in UTF-8 or ISO-8859-1
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record FileRequest(
            byte @Nullable [] file,
            @Nullable String by,
            @Nullable String reason) {

        private byte[] checked() {
            if (file == null) {
                throw Reason.FIELD_MISSING.refused("file", null);
            }
            return file;
        }
    }

    private final PriceDesk desk;
    private final Once once;

    PriceController(PriceDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** Price changes that wait for a person. */
    @Needs(Right.READ)
    @GetMapping("/waiting")
    WaitingPrices waiting(
            Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Limit.checked(limit);
        return WaitingPrices.together(caller.ofEach(tenant, one -> desk.waiting(one, shop)))
                .first(most);
    }

    /** Decides about price changes as they were shown. The answer has an outcome for each, in the same order. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/waiting", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> decide(
            Caller caller, @RequestHeader(Once.KEY) String key, @RequestBody VerdictRequest request) {
        WaitingPrice.Verdict verdict = request.checkedVerdict();
        List<WaitingPrice> prices = request.checkedPrices(caller);
        Operator operator = caller.operator(request.by(), request.reason());
        return once.answer(caller, key, request, () -> desk.decide(prices, verdict, operator));
    }

    /** What a file with price lists would change. Changes nothing. */
    @Needs(value = Right.READ, largestBody = LARGEST_FILE)
    @PostMapping(path = "/{tenant}/file/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    PriceFilePreview preview(
            Caller caller,
            @PathVariable String tenant,
            @RequestParam(defaultValue = "100") int limit,
            @RequestBody FileRequest request) {
        caller.require(tenant);
        return desk.preview(tenant, request.checked()).first(Limit.checked(limit));
    }

    /** Replaces the lists that a file names. The shops are written after that. */
    @Needs(value = Right.DECIDE, largestBody = LARGEST_FILE)
    @PostMapping(path = "/{tenant}/file", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> load(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @RequestParam(defaultValue = "100") int limit,
            @RequestBody FileRequest request) {
        caller.require(tenant);
        byte[] file = request.checked();
        Operator operator = caller.operator(request.by(), request.reason());
        int shown = Limit.checked(limit);
        return once.answer(
                caller,
                key,
                List.of("load", tenant, request),
                () -> desk.load(tenant, file, operator).map(loaded -> loaded.first(shown)));
    }
}
