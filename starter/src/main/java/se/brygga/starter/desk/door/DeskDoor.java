package se.brygga.starter.desk.door;

/** Opens the desk when the first command asks for it. Help, wrong usage and commands without books open nothing. */
public interface DeskDoor {

    /**
     * One part of the desk: {@code OrderDesk}, {@code FeedDesk}, ….
     *
     * @throws DeskClosed the application behind it cannot start
     */
    <D> D part(Class<D> part);

    /** What went wrong at the desk, in words for the operator. */
    String inWords(Throwable failure);

    /** The desk could not be opened. */
    final class DeskClosed extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** @param why one line, with the remedy */
        public DeskClosed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
