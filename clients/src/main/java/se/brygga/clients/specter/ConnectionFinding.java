package se.brygga.clients.specter;

import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.ConnectionCheck;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.wire.Latin1;

/**
 * How the connection is tested, and in which words the result is told (O3). We ask {@code checkAccountSettings}, of which
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

    static ConnectionCheck of(SpecterAnswer answer, SpecterSetup setup) {
        return switch (answer) {
            case SpecterAnswer.Done _ -> new ConnectionCheck.Fine();
            case SpecterAnswer.Duplicate duplicate -> reached(duplicate.code(), setup);
            case SpecterAnswer.Refused refused -> reached(refused.code(), setup);
        };
    }

    static ConnectionCheck of(RemoteFailure failure, SpecterSetup setup) {
        String host = setup.baseUrl().getHost();
        String text = switch (failure.kind()) {
            case NOT_SENT ->
                "no connection to %s (%s): check baseUrl, and whether this machine may call out"
                        .formatted(host, failure.code());
            case NOT_LET_IN ->
                "Specter refuses the credentials (%s): check sbmId, apiUserId, apiUserKey and integrationKey"
                        .formatted(failure.said());
            case REFUSED -> "%s refuses our calls (%s): ask Specter".formatted(host, failure.code());
            case BUSY -> "%s is busy (%s): try again later".formatted(host, failure.code());
            case OUTCOME_UNKNOWN -> unreadable(failure, host);
            case OUR_FAULT -> "the test itself failed (%s)".formatted(failure.code());
        };
        return new ConnectionCheck.Failed(failure.kind(), text);
    }

    /** For an order such a page is an outage that passes; whoever tests a new connection is told what else it may be. */
    private static String unreadable(RemoteFailure failure, String host) {
        return switch (failure.own()) {
            case "301", "308", "404", "410" ->
                "there is no Specter at this address on %s (%s): check baseUrl".formatted(host, failure.code());
            case "401", "403" ->
                "%s refuses our calls (%s): ask Specter whether this machine is let in".formatted(host, failure.code());
            default ->
                "%s gave no answer that Specter would give (%s): check baseUrl, or try again later"
                        .formatted(host, failure.code());
        };
    }

    private static ConnectionCheck reached(String code, SpecterSetup setup) {
        String proof = setup.authCodes().isEmpty()
                ? "whether it means refused credentials is not known, because the set-up lists no authCodes"
                : "it is not one of the authCodes, so the credentials were not refused";
        return new ConnectionCheck.Reached(
                "Specter answered checkAccountSettings with code %s; %s".formatted(code, proof));
    }
}
