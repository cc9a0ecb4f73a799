package se.brygga.clients.specter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.SpecterWords;

/**
 * Chooses what a call record may keep: names of parameters, values that never identify a person, and Specter's words
 * without personal parts. The key is not even named.
 */
final class SpecterMask {

    private static final String MASK = "***";
    private static final int REQUEST_MAX = 2_000;
    private static final int ANSWER_MAX = 500;
    private static final Pattern ROW_SUFFIX = Pattern.compile("_\\d+$");

    /** Specter may quote values of its own in another spelling than ours: an address, a phone or personal number. */
    private static final Pattern PERSONAL = Pattern.compile("\\S+@\\S+|\\+?\\(?\\d[\\d ()/-]{5,}\\d");

    private static final Set<String> SHOWN = Set.of(
            "typeCustomer",
            "customerOrganizationalForm",
            "forceCustomerUpdate",
            "ignoreControlEmail",
            "ignoreControlOrgNo",
            "customerGroupId",
            "countryCode",
            "deliveryCountryCode",
            "currency",
            "language",
            "customerId",
            "externalOrderNo",
            "orderNo",
            "stocksiteid",
            "payTypeIdentifier",
            "isPrepayment",
            "externalDeliveryMethod",
            "sendOrderMail",
            "articleNo",
            "priceExclVAT",
            "noOfItems",
            "vatPercent",
            "forceArticleUpdate",
            "addSupplier",
            "barCode",
            "productWeight",
            "buyPrice",
            "createArticleStock",
            "noItemsInStock",
            "mainArticleNo",
            "newArticleNo",
            "batchNo",
            "fullUpdate",
            "getMultipleStocksites");

    private SpecterMask() {}

    static String request(SpecterRequest request) {
        Stream<String> shop = Stream.ofNullable(request.webshopId()).map(id -> "webshopId=" + id);
        Stream<String> rest = request.form().values().entrySet().stream()
                .map(e -> e.getKey() + "=" + (isShown(e.getKey()) ? e.getValue().value() : MASK));
        return cut(Stream.concat(shop, rest).collect(Collectors.joining("&")), REQUEST_MAX);
    }

    static String answer(SpecterRequest request, SpecterAnswer answer) {
        return switch (answer) {
            case SpecterAnswer.Done done -> "1;" + done.id();
            case SpecterAnswer.Duplicate duplicate ->
                "0;" + duplicate.code() + ";duplicate of "
                        + (duplicate.orderNo() == null ? "unknown" : duplicate.orderNo());
            case SpecterAnswer.Refused refused ->
                cut("0;" + refused.code() + ";" + words(request, refused.message()), ANSWER_MAX);
        };
    }

    /**
     * Which of key, user and right is meant. Only Specter's code and words tell (O10). A key in these words is masked.
     */
    static String notLetIn(SpecterRequest request, SpecterSetup setup, AnswerBody.Failure answer) {
        String message = answer.message();
        for (Secret secret : List.of(setup.apiUserKey(), setup.integrationKey())) {
            message = secret.value().isEmpty() ? message : message.replace(secret.value(), MASK);
        }
        return cut("code " + answer.code() + ": " + words(request, message), ANSWER_MAX);
    }

    private static String words(SpecterRequest request, String message) {
        String masked = message;
        for (String secret : personal(request)) {
            masked = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "s?(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(masked)
                    .replaceAll(MASK);
        }
        Set<String> shown = request.form().values().entrySet().stream()
                .filter(e -> isShown(e.getKey()))
                .map(e -> e.getValue().value())
                .collect(Collectors.toSet());
        return SpecterWords.withoutNames(PERSONAL.matcher(masked).replaceAll(found -> keep(found, shown)), shown);
    }

    private static String keep(MatchResult found, Set<String> shown) {
        return shown.contains(found.group()) ? Matcher.quoteReplacement(found.group()) : MASK;
    }

    /** Each value that must not be shown, and each word in it, the longest first. A genitive s is masked too. */
    private static List<String> personal(SpecterRequest request) {
        List<String> found = new ArrayList<>();
        request.form().values().forEach((name, text) -> {
            if (!isShown(name) && !text.isEmpty()) {
                found.add(text.value());
                Stream.of(text.value().split("[^\\p{L}\\p{N}@.-]+"))
                        .filter(word -> word.length() > 2)
                        .forEach(found::add);
            }
        });
        found.sort(Comparator.comparingInt(String::length).reversed());
        return found;
    }

    private static boolean isShown(String parameter) {
        return SHOWN.contains(ROW_SUFFIX.matcher(parameter).replaceFirst(""));
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
