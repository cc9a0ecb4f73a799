package se.brygga.clients.starweb;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/** What the calls about one variant have in common. A variant that does not exist is no failure. */
record VariantCalls(JsonCalls json) {

    static final String VARIANT = "/products/{id}/variants/{id}";

    VariantCalls(StarwebCalls calls) {
        this(new JsonCalls(calls, Urgency.LATER));
    }

    /**
     * Finds out what in the path does not exist. If it is not the variant, a person must know, because our map of SKUs
     * is right.
     */
    Written goneUnlessThere(VariantRef variant, String action, Why otherwise, Phrase told) {
        if (isThere(() -> json.get(path(variant), "GET " + VARIANT, subject(variant)))) {
            throw StarwebAnswers.gone(action, otherwise, told);
        }
        return Written.VARIANT_GONE;
    }

    static boolean isThere(Supplier<JsonNode> call) {
        return unlessGone(call).isPresent();
    }

    static <T> Optional<T> unlessGone(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (RemoteFailure failure) {
            if (JsonCalls.isNotFound(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    static String path(VariantRef variant) {
        return "/products/" + variant.productId() + "/variants/" + variant.variantId();
    }

    static String subject(VariantRef variant) {
        return "variant " + variant;
    }

    Written patch(VariantRef variant, String sku, Map<String, Object> body) {
        return unlessGone(() -> json.write("PATCH", path(variant), body, "PATCH " + VARIANT, subject(variant)))
                .map(answer -> hasOtherSku(answer.path("data"), sku) ? Written.OTHER_SKU : Written.DONE)
                .orElse(Written.VARIANT_GONE);
    }

    static boolean hasOtherSku(JsonNode variant, String sku) {
        String now = Json.text(variant, "sku");
        return now != null && !Sku.same(now, sku);
    }
}
