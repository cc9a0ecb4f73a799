package se.brygga.clients.specter.wire;

/**
 * The list that an answer may hold, and who takes its rows: one by one, so that a long answer never stands in memory as a
 * whole. All is told in the answer's order, and only counts when the answer turns out to be whole.
 */
public interface AnswerList {

    /** @param element in lower case */
    boolean isList(String element);

    /** @param element in lower case, somewhere below the list */
    boolean isRow(String element);

    /** A row with all that is in it. */
    void row(XmlElement row);

    /** An element around or beside rows, when it ends: after the rows in it, and without them. */
    void around(XmlElement element);

    /** The document, when it ends, without its rows. */
    void end(XmlElement root);

    /** The text form: a success, when the rows were taken or there are none. */
    AnswerBody text(String text);
}
