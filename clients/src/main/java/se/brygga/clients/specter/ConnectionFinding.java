package se.brygga.clients.specter;

import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.ConnectionCheck;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/**
 * Words the result of a connection test (O3). The test calls {@code checkAccountSettings}, of which only the name is
 * known. The call changes nothing. Even its refusal shows that Specter is there and has read our signature. An ordinary
 * pull of stock would prove more, but its batch would have to be stored and acknowledged.
 */
final class ConnectionFinding {

    private ConnectionFinding() {}

    static SpecterRequest question(SpecterSetup setup) {
        return SpecterRequest.get(
                "checkAccountSettings",
                "connection",
                new Latin1(Long.toString(setup.sbmId())),
                new SpecterForm(),
                SpecterRequest.Wants.NOTHING);
    }

    static ConnectionCheck of(SpecterAnswer answer) {
        return switch (answer) {
            case SpecterAnswer.Done _ -> new ConnectionCheck.Fine();
            case SpecterAnswer.Duplicate duplicate -> new ConnectionCheck.Reached(duplicate.code());
            case SpecterAnswer.Refused refused -> new ConnectionCheck.Reached(refused.code());
        };
    }

    static ConnectionCheck of(RemoteFailure failure, SpecterSetup setup) {
        String host = setup.baseUrl().getHost();
        Refusal why = switch (failure.kind()) {
            case NOT_SENT -> SetupReason.SPECTER_NOT_REACHED.of(host, failure.code());
            case NOT_LET_IN -> SetupReason.SPECTER_CREDENTIALS.of(failure.said());
            case REFUSED -> SetupReason.SPECTER_REFUSES.of(host, failure.code());
            case BUSY -> SetupReason.SPECTER_BUSY.of(host, failure.code());
            case OUTCOME_UNKNOWN -> unreadable(failure).of(host, failure.code());
            case OUR_FAULT -> SetupReason.SPECTER_NOT_TRIED.of(failure.code());
        };
        return new ConnectionCheck.Failed(failure.kind(), why);
    }

    /**
     * For an order such a page is an outage that passes. Whoever tests a new connection is told what else the page may
     * mean.
     */
    private static SetupReason unreadable(RemoteFailure failure) {
        return switch (failure.own()) {
            case "301", "308", "404", "410" -> SetupReason.SPECTER_NOT_THERE;
            case "401", "403" -> SetupReason.SPECTER_LETS_NOT_IN;
            default -> SetupReason.SPECTER_ANSWERS_OTHERWISE;
        };
    }
}
