package se.brygga.clients.specter;

import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.wire.Latin1;

/**
 * One call, ready to be signed and sent.
 *
 * @param subject names the call in records and messages; never a person
 * @param x what the signature covers
 * @param webshopId part of the query; null where there is none
 * @param wants what an answer must bring to count as success
 */
record SpecterRequest(
        Script script,
        String action,
        String subject,
        Latin1 x,
        @Nullable Integer webshopId,
        SpecterForm form,
        Wants wants) {

    /** Specter's two scripts, and the answer format that each is asked for (O11). */
    enum Script {
        GET_INFO("getInfo.asp", 2),
        PUT_INFO("putInfo.asp", 1);

        private final String file;
        private final int useXml;

        Script(String file, int useXml) {
            this.file = file;
            this.useXml = useXml;
        }

        String file() {
            return file;
        }

        int useXml() {
            return useXml;
        }
    }

    /** What an answer must bring to count as success. */
    enum Wants {
        /** A number. Without it nobody knows what happened. */
        NUMBER,
        /** The number of an order. Only here the answer may be "already there". */
        ORDER_NUMBER,
        /** Nothing but the success itself. */
        NOTHING,
        /** A list of the journal's length, or nothing when nothing is pending. */
        CHANGES
    }

    static SpecterRequest get(String action, String subject, Latin1 x, SpecterForm form, Wants wants) {
        return new SpecterRequest(Script.GET_INFO, action, subject, x, null, form, wants);
    }

    static SpecterRequest put(String action, String subject, Latin1 x, SpecterForm form, Wants wants) {
        return new SpecterRequest(Script.PUT_INFO, action, subject, x, null, form, wants);
    }

    SpecterRequest inShop(@Nullable Integer webshopId) {
        return new SpecterRequest(script, action, subject, x, webshopId, form, wants);
    }
}
