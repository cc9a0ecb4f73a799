package se.brygga.testbed.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.testbed.contract.Contract.Operation;

/**
 * Holds every request to the simulated Starweb, and every answer that it gives, against Starweb's contract. What a fault puts
 * in the answer's place is not the simulator's answer, and is not looked at.
 */
public final class ContractWatch {

    /** What we know better than the contract's text. */
    private enum Known {
        /** A custom status has no idCode (reference, section 6), yet the contract allows no null there. */
        CUSTOM_STATUS("answer .*idCode: null found, string expected"),
        /** The include has this name, and so has the key by default (O-4); the contract calls it variants. */
        PRIMARY_VARIANT("answer .*property 'primaryVariant' is not defined"),
        /** No addresses: PHP's empty object (reference, section 2). */
        NO_ADDRESSES("answer .*addresses.*array found, object expected"),
        /** Children of a customer: the includes are named, and the answer's schema does not know them. */
        CUSTOMER_CHILDREN("GET /customers.* property '(addresses|tags|externalServices)' is not defined"),
        /** Children of a product or of an attribute value: the includes are named, and the answer's schema does not know them. */
        PRODUCT_CHILDREN("GET /product\\S* answer .*property '(attributes|tags|attribute)' is not defined"),
        /** Wrong writes to manufacturers and units: the contract knows only those that do not exist. */
        WRONG_ENTRY("(PUT|PATCH) /product-(manufacturers|units)/\\S+ answer status 400 is not declared"),
        /** A comment, attribute or value that is gone: everything else that can be changed is then not found. */
        NO_COMMENT(
                "(PUT|PATCH) /(orders/\\{orderId}/comments|product-attributes)/\\S+ answer status 404 is not declared"),
        /** A bad or expired token: known, and the contract is silent (reference, sections 1 and 4). */
        BAD_TOKEN("answer status 401 is not declared"),
        /** The contract documents no answer for the limit, which everybody meets (reference, section 4). */
        LIMIT("answer status 429 is not declared"),
        /** Lists say nothing of a parent in the path that does not exist (reference, section 4: "wrong parent in the path"). */
        NO_PARENT("(GET|POST) /\\S+/\\{\\w+}/[\\w/{}-]+ answer status 404 is not declared"),
        /** Reading one thing with an include that does not exist: the lists declare it, single reads do not. */
        BAD_INCLUDE("GET /\\S+ answer status 400 is not declared");

        private final Pattern pattern;

        Known(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private static final Pattern PATH = Pattern.compile("/[^/]+/api/v2(/.*)");

    private final Contract contract;
    private final boolean requestsToo;
    private final Set<String> complaints = new TreeSet<>();
    private final Set<Known> met = ConcurrentHashMap.newKeySet();
    private final Set<String> served = new TreeSet<>();

    private ContractWatch(Contract contract, boolean requestsToo) {
        this.contract = contract;
        this.requestsToo = requestsToo;
    }

    /** Begins to watch a simulator's answers, and the requests if they are our client's. */
    static ContractWatch over(StarwebSimulator starweb, Contract contract, boolean requestsToo) {
        ContractWatch watch = new ContractWatch(contract, requestsToo);
        starweb.observe(watch::saw);
        return watch;
    }

    /** Begins to watch what our client asks and the simulator answers; empty when the contract is not at hand. */
    public static Optional<ContractWatch> over(StarwebSimulator starweb) {
        return Contract.find().map(contract -> over(starweb, contract, true));
    }

    private void saw(SimRequest request, SimResponse response) {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        Optional<Operation> operation = contract.operation(request.method(), path.group(1));
        if (operation.isPresent()) {
            look(operation.get(), request, response, wrong);
        } else if (requestsToo || response.status() / 100 == 2) {
            wrong.add(request.method() + " " + path.group(1) + " is not in the contract");
        }
        synchronized (this) {
            operation
                    .filter(one -> response.status() / 100 == 2)
                    .ifPresent(one -> served.add(one.method() + " " + one.template()));
            wrong.stream().filter(text -> !isKnown(text)).forEach(complaints::add);
        }
    }

    private void look(Operation operation, SimRequest request, SimResponse response, List<String> wrong) {
        String what = operation.method() + " " + operation.template();
        if (requestsToo) {
            contract.complaintsAboutRequest(operation, request).forEach(text -> wrong.add(what + " request " + text));
        }
        if (!contract.declares(operation, response.status())) {
            wrong.add(what + " answer status " + response.status() + " is not declared");
            return;
        }
        contract.complaintsAboutAnswer(operation, response.status(), response.body())
                .forEach(text -> wrong.add(what + " answer " + response.status() + " " + text));
    }

    private boolean isKnown(String text) {
        for (Known known : Known.values()) {
            if (known.pattern.matcher(text).find()) {
                met.add(known);
                return true;
            }
        }
        return false;
    }

    /** What does not fit and is not known, each once. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The operations that succeeded, as {@code METHOD template}. */
    public synchronized Set<String> served() {
        return new TreeSet<>(served);
    }

    /** Exceptions that nothing needed so far. */
    synchronized List<String> needless() {
        return Arrays.stream(Known.values())
                .filter(known -> !met.contains(known))
                .map(Known::name)
                .toList();
    }
}
