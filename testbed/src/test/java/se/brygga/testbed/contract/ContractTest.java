package se.brygga.testbed.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.SimRequest;
import se.brygga.testbed.contract.Contract.Operation;
import tools.jackson.databind.json.JsonMapper;

/** The contract test is as strict as it says, on a contract of our own. */
class ContractTest {

    private static final Contract CONTRACT = new Contract(JsonMapper.shared().readTree("""
                    {"paths":{"/things/{id}":{
                      "parameters":[{"name":"page","in":"query","schema":{"type":"integer","minimum":1}}],
                      "patch":{
                        "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
                        "responses":{
                          "200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
                          "400":{"$ref":"#/components/responses/Bad"}}}}},
                     "components":{
                      "responses":{"Bad":{"content":{"application/json":{"schema":
                        {"type":"object","properties":{"error":{"type":"string"}}}}}}},
                      "schemas":{
                       "Named":{"required":["id","name"],"properties":{
                         "id":{"type":"integer","readOnly":true},"name":{"type":"string","maxLength":3}}},
                       "Thing":{"allOf":[{"$ref":"#/components/schemas/Named"},
                         {"properties":{"mail":{"type":"string","format":"email"},
                           "kind":{"type":"string","enum":["a","b"],"nullable":true},
                           "secret":{"type":"string","writeOnly":true}}},
                         {"anyOf":[{"required":["mail"]},{"required":["kind"]}]}]}}}}"""));

    private static final Operation PATCH =
            CONTRACT.operation("PATCH", "/things/7").orElseThrow();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "{'name':'x' 'kind':null}, fits",
                "{'name':'x' 'mail':'a@b.se' 'secret':'s'}, fits",
                "{'kind':'a'}, name",
                "{'name':'long' 'kind':'a'}, 3",
                "{'name':'x' 'kind':'c'}, enum",
                "{'name':'x' 'mail':'nobody'}, email",
                "{'name':'x'}, mail",
                "{'name':'x' 'kind':'a' 'more':1}, more",
                "{'name':'x' 'kind':'a' 'id':7}, id",
                "[], array",
                "{, JSON"
            })
    void aRequestIsHeldAgainstAllThatItsSchemaSays(String body, String complaint) {
        assertThat(CONTRACT.complaintsAboutRequest(PATCH, request("", body)).toString())
                .contains(complaint.equals("fits") ? "[]" : complaint);
    }

    @ParameterizedTest
    @CsvSource({"page=2, fits", "page=0, minimum", "page=x, integer", "sort=1, not in the contract"})
    void aQueryIsHeldAgainstThePathsParameters(String query, String complaint) {
        assertThat(CONTRACT.complaintsAboutRequest(PATCH, request(query, "{'name':'x' 'kind':'a'}"))
                        .toString())
                .contains(complaint.equals("fits") ? "[]" : complaint);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "200, {'id':7 'name':'x' 'kind':'a'}, fits",
                "200, {'name':'x' 'kind':'a'}, id",
                "200, {'id':7 'name':'x' 'kind':'a' 'secret':'s'}, secret",
                "400, {'error':'e'}, fits",
                "400, {'fault':'e'}, fault"
            })
    void anAnswerOfAnyStatusIsHeldAgainstItsSchema(int status, String body, String complaint) {
        byte[] bytes = json(body);
        assertThat(CONTRACT.complaintsAboutAnswer(PATCH, status, bytes).toString())
                .contains(complaint.equals("fits") ? "[]" : complaint);
    }

    @Test
    void aStatusThatIsNotDeclaredIsKnownAsSuch() {
        assertThat(CONTRACT.declares(PATCH, 400)).isTrue();
        assertThat(CONTRACT.declares(PATCH, 404)).isFalse();
        assertThat(CONTRACT.operation("DELETE", "/things/7")).isEmpty();
    }

    private static SimRequest request(String query, String body) {
        return new SimRequest("PATCH", "/things/7", query, Map.of(), json(body));
    }

    /** Written with apostrophes, and blanks between the fields, so that it fits in a table. */
    private static byte[] json(String body) {
        return body.replaceAll(" '", ",'").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
