package se.brygga.simulators.specter.sales;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Changes;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;

/** The customers of an account, and {@code newCustomerSubmit} with its four matching rules. Guarded by the account's lock. */
public final class Customers {

    /** Id to name. */
    static final Map<String, String> GROUPS = new TreeMap<>(Map.of("1", "Privatpersoner", "2", "Företag"));

    private static final List<String> CARD = List.of(
            "contactPerson",
            "attention",
            "phoneNo",
            "mobileNo",
            "vatNo",
            "currency",
            "language",
            "invoiceCompanyName",
            "address",
            "addressRow2",
            "zipCodeEng",
            "city",
            "countryCode",
            "region",
            "deliveryCompanyName",
            "deliveryAttention",
            "deliveryAddress",
            "deliveryAddressRow2",
            "deliveryZipCodeEng",
            "deliveryCity",
            "deliveryCountryCode",
            "deliveryRegion");

    private final Quirks quirks;
    private final Changes changes;
    private final Map<Long, Customer> all = new LinkedHashMap<>();
    private final Map<String, Long> byEmail = new LinkedHashMap<>();
    private final Map<String, Long> byOrgNo = new LinkedHashMap<>();
    private long next = 42;

    public Customers(Quirks quirks, Changes changes) {
        this.quirks = quirks;
        this.changes = changes;
    }

    boolean exists(long id) {
        return all.containsKey(id);
    }

    public List<Customer> list() {
        return List.copyOf(all.values());
    }

    /** Somebody merges or removes a customer by hand. */
    public void remove(long id) {
        Customer gone = all.remove(id);
        if (gone != null) {
            byEmail.remove(gone.email());
            byOrgNo.remove(gone.orgNo());
        }
    }

    private void changed(long id, String aspect) {
        changes.changed(SimFeedKind.CUSTOMERS, Long.toString(id), Long.toString(id), aspect);
    }

    @Nullable
    Customer find(long id) {
        return all.get(id);
    }

    /**
     * Somebody gives a customer another group and price list.
     *
     * @throws IllegalArgumentException there is no such customer or group
     */
    public void assign(long id, String groupId, long priceListId) {
        Customer customer = all.get(id);
        if (customer == null || !GROUPS.containsKey(groupId)) {
            throw new IllegalArgumentException("no customer " + id + ", or no group " + groupId);
        }
        all.put(id, customer.assigned(groupId, priceListId));
        changed(id, "group");
    }

    /** X of the key: the company's name, or the person's two names (reference, section 2.2). */
    public static String signedName(SpecterParameters p) {
        boolean company = p.text("customerOrganizationalForm").equals("C");
        String name = company ? p.text("name") : p.text("firstName") + " " + p.text("surName");
        return name.strip().replaceAll(" +", " ");
    }

    public long submit(SpecterParameters p) {
        boolean company = switch (p.required("customerOrganizationalForm", 1)) {
            case "C" -> true;
            case "P" -> false;
            default -> throw SimRefusal.parameter("customerOrganizationalForm ska vara C eller P");
        };
        names(p, company);
        if (!p.required("typeCustomer", 1).equals("C")) {
            throw SimRefusal.parameter("typeCustomer ska vara C");
        }
        String email = p.text("emailAddress", 100);
        String orgNo = p.text("orgNo", 20);
        p.text("vatNo", 30);
        addresses(p);
        p.currencyAndLanguage();
        boolean ignoreEmail = p.flag("ignoreControlEmail");
        boolean ignoreOrgNo = p.flag("ignoreControlOrgNo");
        boolean force = p.flag("forceCustomerUpdate");
        Long named = p.has("customerId") ? (Long) p.whole("customerId") : null;
        p.flag(quirks.get(SpecterQuirk.WIRE_IDENTIFY));
        p.text(quirks.get(SpecterQuirk.WIRE_FAX), 50);
        p.refuseUnknown();
        Long match = named != null && exists(named)
                ? named
                : match(
                        ignoreEmail || email.isEmpty() ? null : byEmail.get(email),
                        ignoreOrgNo || orgNo.isEmpty() ? null : byOrgNo.get(orgNo));
        long id = match == null ? next++ : match;
        if (match == null || force || quirks.is(SpecterQuirk.NO_FORCE, "UPDATE")) {
            Customer before = all.get(id);
            all.put(id, written(id, company, p, before));
            changed(id, before == null ? "new" : "written");
            if (!email.isEmpty()) {
                byEmail.putIfAbsent(email, id);
            }
            if (!orgNo.isEmpty()) {
                byOrgNo.putIfAbsent(orgNo, id);
            }
        }
        return id;
    }

    /** What is left out stays as it is, and what is sent empty becomes empty: assumed. */
    private static Customer written(long id, boolean company, SpecterParameters p, @Nullable Customer before) {
        Map<String, String> card = new TreeMap<>(before == null ? Map.of() : before.card());
        for (String field : CARD) {
            if (p.has(field)) {
                card.put(field, p.text(field));
            }
        }
        card.values().removeIf(String::isEmpty);
        return new Customer(
                id,
                company,
                signedName(p),
                p.has("emailAddress") || before == null ? p.text("emailAddress") : before.email(),
                p.has("orgNo") || before == null ? p.text("orgNo") : before.orgNo(),
                p.has("city") || before == null ? p.text("city") : before.city(),
                p.has("customerGroupId") || before == null ? p.text("customerGroupId") : before.groupId(),
                before == null ? 0 : before.priceListId(),
                card);
    }

    /** E-mail first, then number; when they hit two customers, as O13 says. */
    private @Nullable Long match(@Nullable Long email, @Nullable Long orgNo) {
        if (email == null || orgNo == null || Objects.equals(email, orgNo)) {
            return email == null ? orgNo : email;
        }
        return switch (quirks.get(SpecterQuirk.CONFLICT)) {
            case "EMAIL" -> email;
            case "ORGNO" -> orgNo;
            case "NEW" -> null;
            default ->
                throw new SimRefusal(SimRefusal.Reason.CUSTOMER, "E-post och organisationsnummer tillhör olika kunder");
        };
    }

    private void names(SpecterParameters p, boolean company) {
        p.text("firstName", 50);
        p.text("surName", 50);
        if (company || quirks.is(SpecterQuirk.PERSON_NAME, "true")) {
            p.required("name", 100);
        } else if (p.has("name")) {
            p.text("name", 100);
        }
        if (signedName(p).isEmpty()) {
            throw SimRefusal.parameter("namn saknas");
        }
    }

    private static void addresses(SpecterParameters p) {
        for (String field :
                List.of("contactPerson", "attention", "deliveryAttention", "phoneNo", "mobileNo", "homepage")) {
            p.text(field, 50);
        }
        for (String field : List.of("invoiceCompanyName", "deliveryCompanyName")) {
            p.text(field, 100);
        }
        for (String prefix : List.of("", "delivery")) {
            for (String field : List.of("address", "addressRow2", "zipCodeEng", "city", "region")) {
                p.text(prefix.isEmpty() ? field : prefix + field, 100);
            }
            String country = p.text(prefix.isEmpty() ? "countryCode" : "deliveryCountryCode");
            if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
                throw SimRefusal.parameter("countryCode ska vara två bokstäver");
            }
        }
        String group = p.text("customerGroupId");
        if (!group.isEmpty() && !GROUPS.containsKey(group)) {
            throw SimRefusal.parameter("okänd kundgrupp");
        }
    }
}
