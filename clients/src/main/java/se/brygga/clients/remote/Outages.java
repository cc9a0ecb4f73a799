package se.brygga.clients.remote;

/**
 * What is known of systems that are out of order. A client asks before each call and says how the call ended, so that one
 * call at a time tries a system that is known to be out of order, and all others wait for its success.
 */
public interface Outages {

    /** For calls that a person asks for: they are always made, and say nothing of the system to others. */
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

    /** The leave to make one call. */
    interface Turn extends AutoCloseable {

        /** The system has answered as it does when it is in order. */
        void answered();

        /** @return what to throw: it says whether the whole system is out of order, and when to come again */
        RemoteFailure failed(RemoteFailure failure);

        /** The same for a login that the call needs: the next call about anything else would meet the same. */
        RemoteFailure loginFailed(RemoteFailure failure);

        /** Gives the turn back, if no call was made. */
        @Override
        void close();
    }

    /**
     * @param about what the call asks for or changes: an order, a variant, a journal. Never a person. Lost calls about one thing
     *     alone say little of the system
     * @throws RemoteFailure BUSY while the system is out of order and another call tries it
     */
    Turn enter(Door door, String about);
}
