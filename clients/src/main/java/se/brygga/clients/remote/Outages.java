package se.brygga.clients.remote;

/**
 * Knows which systems are out of order. A client asks before each call and says how the call ended. One call at a time
 * probes a system that is out of order. All other calls wait until a probe succeeds.
 */
public interface Outages {

    /** For calls that a person asks for. They are always made, and tell other calls nothing about the system. */
    Outages IGNORED = (_, _) -> new Turn() {
        @Override
        public void answered() {}

        @Override
        public RemoteFailure failed(RemoteFailure failure) {
            return failure;
        }

        @Override
        public RemoteFailure loginFailed(RemoteFailure failure) {
            return failure;
        }

        @Override
        public void close() {}
    };

    /** The permission to make one call. */
    interface Turn extends AutoCloseable {

        /** Says that the system answered as a system in order does. */
        void answered();

        /**
         * Says that the call failed.
         *
         * @return the failure to throw: it says whether the whole system is out of order, and when to try again
         */
        RemoteFailure failed(RemoteFailure failure);

        /**
         * Says that the login for the call failed. Every other call would fail in the same way.
         *
         * @return as {@link #failed}
         */
        RemoteFailure loginFailed(RemoteFailure failure);

        /** Gives the permission back, if no call was made. */
        @Override
        void close();
    }

    /**
     * Asks for the permission to make a call.
     *
     * @param about what the call asks for or changes: an order, a variant, a journal. Never a person. Lost calls about
     *     one thing only say little about the system
     * @throws RemoteFailure BUSY while the system is out of order and another call probes it
     */
    Turn enter(Door door, String about);
}
