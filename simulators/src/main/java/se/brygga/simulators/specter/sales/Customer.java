package se.brygga.simulators.specter.sales;

import java.util.Map;

/**
 * A customer.
 *
 * @param groupId customer group, empty when none was sent
 * @param priceListId 0 when it has none
 * @param card everything else, by parameter name
 */
public record Customer(
        long id,
        boolean company,
        String name,
        String email,
        String orgNo,
        String city,
        String groupId,
        long priceListId,
        Map<String, String> card) {

    Customer assigned(String newGroupId, long newPriceListId) {
        return new Customer(id, company, name, email, orgNo, city, newGroupId, newPriceListId, card);
    }
}
