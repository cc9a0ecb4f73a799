package se.brygga.clients.specter;

import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.ConnectionCheck;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/**
 * How the connection is tested, and what the result says (O3). We ask {@code checkAccountSettings}, of which
 * only the name is known: it changes nothing, and even its refusal shows that Specter is there and read our signature. An
 * ordinary stock pull would prove more, but it must be stored and acknowledged, so it is no test that can be thrown away.
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

    /** For an order such a page is an outage that passes; whoever tests a new connection is told what else it may be. */
    private static SetupReason unreadable(RemoteFailure failure) {
        return switch (failure.own()) {
            case "301", "308", "404", "410" -> SetupReason.SPECTER_NOT_THERE;
            case "401", "403" -> SetupReason.SPECTER_LETS_NOT_IN;
            default -> SetupReason.SPECTER_ANSWERS_OTHERWISE;
        };
    }
}
