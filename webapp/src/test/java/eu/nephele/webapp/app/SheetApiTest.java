package eu.nephele.webapp.app;

import static eu.nephele.webapp.app.TestingApplication.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A spreadsheet over HTTP. */
class SheetApiTest extends ServerTest {

    private static final String EDITOR = "/.rest/editor/v1";
    private static final String SHEETS = EDITOR + "/sheets/article";

    private JsonNode bring(String file, String text) throws Exception {
        var brought = server.uploadTo(SHEETS, file, text.getBytes(Charset.forName("windows-1250")));
        assertThat(brought.status()).as(brought.text()).isEqualTo(201);
        return brought.json();
    }

    private static String suggested(JsonNode sheet) {
        var mapping = JsonMapper.shared().createObjectNode();
        var columns = mapping.putArray("columns");
        sheet.get("columns").forEach(column -> columns.add(column.get("suggestion")));
        return mapping.toString();
    }

    @Test
    void aSpreadsheetIsBroughtCheckedImportedAndTakenBack() throws Exception {
        var sheet = bring(
                "Žurnal.csv", "externalId;title;country;Napomena\r\ns:1;Čačak i šuma;AT;x\r\ns:2;Žito;nowhere;\r\n");
        assertThat(sheet.at("/reading/encoding").asString()).isEqualTo("windows-1250");
        assertThat(sheet.at("/columns/1/examples/0").asString()).isEqualTo("Čačak i šuma");
        var mapping = suggested(sheet);
        var path = SHEETS + "/" + sheet.get("id").asString();

        var check =
                server.admin("POST", path + "/check?from=0&limit=10", mapping).json();
        assertThat(check.at("/rows/0/outcome").asString()).isEqualTo("created");
        assertThat(check.at("/rows/1/outcome").asString()).isEqualTo("refused");
        assertThat(check.at("/rows/1/problems/0/column").asString()).isEqualTo("C (country)");
        var report = server.admin("POST", path + "/report", mapping);
        assertThat(report.text()).contains("s:1,Čačak i šuma,AT,x,created");
        assertThat(report.header("Content-Disposition")).contains("filename*=UTF-8''%C5%BDurnal-check.csv");

        var job = server.admin("POST", path + "/import", mapping);
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        var at = EDITOR + "/jobs/" + job.json().get("id").asString();
        awaitState(at, "finished");
        var rows = server.admin("GET", at + "/rows", "").json().get("rows");
        assertThat(rows.findValuesAsString("outcome")).containsExactly("created", "refused");
        assertThat(rows.get(1).get("line").asInt()).isEqualTo(3);
        var made = ENTRIES + "article/" + rows.get(0).get("id").asString();
        assertThat(server.admin("GET", made, "").json().at("/properties/title").asString())
                .isEqualTo("Čačak i šuma");
        assertThat(server.admin("GET", path + "/result", "").text()).contains("s:2,Žito,nowhere,,refused");
        assertThat(server.admin("POST", path + "/import", mapping).status()).isEqualTo(400);

        assertThat(server.admin("POST", at + "/undo", "").status()).isEqualTo(202);
        awaitState(at, "undone");
        assertThat(server.admin("GET", made, "").status()).isEqualTo(404);
        assertThat(server.admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(server.admin("GET", path, "").status()).isEqualTo(404);
    }

    @Test
    void anExportImportedAgainChangesNothing() throws Exception {
        server.admin("POST", ENTRIES + "article", "{\"title\":\"=Round trip\",\"country\":\"AT\"}");
        var exported = server.admin("POST", EDITOR + "/exports/article", "{\"format\":\"xlsx\"}");
        var sheet = server.uploadTo(SHEETS, "article.xlsx", exported.response().body())
                .json();

        var rows = server.admin("POST", SHEETS + "/" + sheet.get("id").asString() + "/check", suggested(sheet))
                .json()
                .get("rows");

        assertThat(rows.findValuesAsString("outcome")).isNotEmpty().containsOnly("unchanged");
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheCure() throws Exception {
        assertThat(server.uploadTo(SHEETS, "a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                        .json()
                        .get("detail")
                        .asString())
                .contains("save it as XLSX");
        assertThat(server.uploadTo(SHEETS, "a.csv", new byte[11 << 20]).status())
                .isEqualTo(413);
        assertThat(server.uploadTo(SHEETS + "?colour=red", "a.csv", "a;b".getBytes())
                        .status())
                .isEqualTo(400);
        var sheet = bring("a.csv", "title\nx\n");
        var check = SHEETS + "/" + sheet.get("id").asString() + "/check";
        var wrong = server.admin("POST", check, "{\"columns\":[{\"column\":\"title\",\"target\":\"colour\"}]}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/message").asString()).contains("`colour` is no property of article");
        assertThat(server.admin("POST", check + "?limit=501", suggested(sheet)).status())
                .isEqualTo(400);
        assertThat(server.admin(
                                "POST",
                                EDITOR + "/jobs",
                                "{\"contentType\":\"article\",\"action\":\"importSheet\",\"ids\":[]}")
                        .text())
                .contains("/sheets");
    }

    @Test
    void itTellsHowLargeASpreadsheetMayBe() throws Exception {
        var limits = server.admin("GET", SHEETS + "/limits", "").json();

        assertThat(limits.get("maxRows").asInt()).isEqualTo(9_000);
        assertThat(limits.get("maxColumns").asInt()).isEqualTo(300);
        assertThat(limits.get("maxBytes").asInt()).isEqualTo(10 << 20);
        assertThat(server.admin("GET", EDITOR + "/sheets/nothing/limits", "").status())
                .isEqualTo(404);
    }

    @Test
    void mappingsAreKept() throws Exception {
        var template = """
                {"name":"Chamber","shared":true,"mapping":{"columns":[{"column":"Naziv","target":"title"}],"zone":"Europe/Belgrade"}}
                """;
        var kept = server.admin("POST", EDITOR + "/mappings/article", template);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        var path = EDITOR + "/mappings/article/" + kept.json().get("id").asString();

        assertThat(server.admin("PUT", path, template.replace("Chamber", "Register"))
                        .status())
                .isEqualTo(200);
        var list = server.admin("GET", EDITOR + "/mappings/article", "").json();
        assertThat(list.at("/templates/0/template/name").asString()).isEqualTo("Register");
        assertThat(list.at("/templates/0/template/mapping/columns/0/target").asString())
                .isEqualTo("title");
        assertThat(server.admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(server.admin("GET", EDITOR + "/mappings/article", "").json().get("templates"))
                .isEmpty();
    }

    private void awaitState(String job, String state) throws Exception {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!server.admin("GET", job, "").json().get("state").asString().equals(state)) {
            assertThat(System.nanoTime())
                    .as(server.admin("GET", job, "").text())
                    .isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
