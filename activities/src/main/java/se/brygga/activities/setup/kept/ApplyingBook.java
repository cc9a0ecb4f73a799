package se.brygga.activities.setup.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.LeavingBook.StaleHooks;
import se.brygga.activities.setup.kept.SetupVersions.Applied;
import se.brygga.setup.Moved;
import se.brygga.setup.Objection;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** The changes that applying a set-up makes in the books. All of them are made at once, or none. */
public final class ApplyingBook {

    /** Refuses a set-up that replaces another version than the one in force. Nothing was changed. */
    public static final class OtherVersion extends RequestRefused {

        private static final long serialVersionUID = 1;

        OtherVersion(String tenant, int expected, Optional<Applied> inForce) {
            super(Reason.SETUP_OF_OTHER_VERSION.of(
                    tenant,
                    inForce.map(Applied::number).orElse(0),
                    expected,
                    inForce.map(Applied::by).orElse(null),
                    inForce.map(Applied::at).orElse(null)));
        }
    }

    /**
     * Refuses a set-up that the books speak against, for example because another was applied a moment before. Nothing
     * was changed.
     */
    public static final class Objected extends RequestRefused {

        private static final long serialVersionUID = 1;

        private final transient List<Objection> objections;

        /** @param objections at least one */
        public Objected(List<Objection> objections) {
            super(Refusal.together(objections.stream().map(Objection::refusal).toList())
                    .orElseThrow());
            this.objections = List.copyOf(objections);
        }

        /** All at once. */
        public List<Objection> objections() {
            return objections;
        }
    }

    private final TransactionTemplate transactions;
    private final ServiceStateBook serviceStates;
    private final LeavingBook.Kept kept;
    private final AuditBook audit;

    ApplyingBook(
            TransactionTemplate transactions, ServiceStateBook serviceStates, LeavingBook.Kept kept, AuditBook audit) {
        this.transactions = transactions;
        this.serviceStates = serviceStates;
        this.kept = kept;
        this.audit = audit;
    }

    /** Everything in the books that speaks against taking this set-up into force; changes nothing. */
    public List<Objection> objections(TenantSetup setup) {
        List<Objection> objections = new ArrayList<>(serviceStates.objections(setup));
        if (objections.isEmpty()) {
            objections.addAll(kept.systems().objections(setup));
        }
        return objections;
    }

    /** What this set-up would move. People are told this before it is applied. */
    public List<Moved> moved(TenantSetup setup) {
        return kept.systems().moved(setup);
    }

    /**
     * Stores a new version, and makes the missing secrets of web hooks and triggers. Callback URLs of a place that
     * moved away get a secret that is no longer valid.
     *
     * @param fileWithoutSecrets the file as its owner wrote it, secrets masked, for the export
     * @param by login of the operator
     * @return the version's number, from 1
     * @throws Objected with the {@link #objections}
     */
    public int apply(TenantSetup setup, String fileWithoutSecrets, String by) {
        return transactions.execute(tx -> {
            serviceStates.oneAtATime(setup.tenant());
            List<Objection> objections = objections(setup);
            if (!objections.isEmpty()) {
                throw new Objected(objections);
            }
            kept.systems().moved(setup).forEach(this::leaveBehind);
            kept.systems().claim(setup);
            int version = kept.versions().add(setup, fileWithoutSecrets, by);
            setup.shops().forEach(shop -> kept.urlSecrets().make(new ShopRef(setup.tenant(), shop.shop())));
            kept.urlSecrets().make(setup.tenant());
            return version;
        });
    }

    /**
     * Notes the web hooks at an address that the set-up leaves. Called before the new version is stored, because only
     * the version in force knows that address.
     */
    private void leaveBehind(Moved moved) {
        Place place = moved.now().place();
        if (place.shop().isEmpty()) {
            kept.urlSecrets().replace(place.tenant());
        } else {
            ShopRef shop = new ShopRef(place.tenant(), place.shop());
            serviceStates.addStaleHooks(new StaleHooks(shop, kept.versions().newestNumberWith(shop)));
            kept.urlSecrets().replace(shop);
        }
        kept.urlSecrets().forget();
    }

    /**
     * Requires that a version of a tenant's set-up is in force. It stays in force until the end of the transaction.
     *
     * @param expected the version; 0 for none
     * @throws OtherVersion another version is in force; the refusal says who has applied it, and when
     */
    public void requireVersion(String tenant, int expected) {
        transactions.executeWithoutResult(tx -> {
            serviceStates.oneAtATime(tenant);
            Optional<Applied> inForce = kept.versions().newestApplied(tenant);
            if (inForce.map(Applied::number).orElse(0) != expected) {
                throw new OtherVersion(tenant, expected, inForce);
            }
        });
    }

    /**
     * Makes new secrets for the tenant's triggers, and for the web hooks of all its shops.
     *
     * @param by login of the operator, for the audit log
     */
    public void replaceUrlSecrets(TenantSetup setup, String by) {
        String tenant = setup.tenant();
        transactions.executeWithoutResult(tx -> {
            setup.shops().forEach(shop -> kept.urlSecrets().replace(new ShopRef(tenant, shop.shop())));
            kept.urlSecrets().replace(tenant);
            audit.add(AuditBook.Deed.of(by, "rotate-secrets", tenant, "tenant " + tenant, null));
        });
        kept.urlSecrets().forget();
    }
}
