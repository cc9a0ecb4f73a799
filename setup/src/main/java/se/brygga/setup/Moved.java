package se.brygga.setup;

/**
 * A shop that has another address under the same name than the set-up in force has, or a tenant with another Specter account.
 *
 * @param before key of the system that is in force, as in {@link OutsideSystem#key}
 */
public record Moved(OutsideSystem now, String before) {

    /** What an operator should know before this is in force. */
    public Objection warning() {
        return now.objection(
                switch (now.kind()) {
                    case STARWEB_SHOP, STARWEB_CLIENT ->
                        "shop " + now.place().shop() + ": moves from " + before + " to " + now.key()
                                + ". Its orders in the books stay with the name, so an order there whose number is known here is taken for"
                                + " that one: another shop, and not the same one at a new address, needs a name of its own. Our web hooks"
                                + " are taken out at the old address, whose calls are refused. What it shows is not known: run stock"
                                + " compare and prices compare";
                    case SPECTER_ACCOUNT ->
                        "Specter: moves from account " + before + " to " + now.key()
                                + ". Orders in the books keep their numbers of the old account, which is not asked any more; a number"
                                + " there is another order in the new one. Stock and prices are the old account's until the new one"
                                + " tells. The old account's triggers are refused: enter the new URLs";
                });
    }
}
