package eu.nephele.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.nephele.api.failure.PlatformException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the columns of a spreadsheet go. */
class SheetMappingTest {

    private final TestingImports floor = new TestingImports();

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void columnsFindTheirPropertiesByNameLocaleAndPath() {
        var sheet = floor.receive(
                "company",
                "externalId;title;title@de;title_sr;title (sr-Latn);home.since;markets[1].country;Employees;Remarks;state\n1;a;b;c;d;2;IT;3;x;new\n");

        assertThat(sheet.columns())
                .extracting(column -> String.valueOf(column.suggestion().target()))
                .containsExactly(
                        "externalId",
                        "title@en",
                        "title@de",
                        "title@sr-Latn",
                        "null",
                        "home.since",
                        "markets[1].country",
                        "employees",
                        "null",
                        "null");
        assertThat(sheet.columns().get(7).examples()).containsExactly("3");
        assertThat(sheet.targets())
                .extracting(ColumnTargets.Choice::target)
                .contains("title@sr-Latn", "home.text@de", "markets[1].since", "@id");
    }

    @Test
    void twoColumnsCannotGoToTheSamePlace() {
        var sheet = floor.receive("company", "a;b;c\n1;2;3\n");
        var mapping = new SheetMapping(
                List.of(
                        new SheetMapping.Column("a", "title_sr", null, null),
                        new SheetMapping.Column("b", "title@sr-Latn", null, null),
                        new SheetMapping.Column("c", "markets.since", null, null)),
                null,
                null);

        assertThatThrownBy(() -> floor.check(sheet, mapping))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(error -> error.field() + " " + error.message())
                                .satisfiesExactly(
                                        first -> assertThat(first)
                                                .startsWith("b ")
                                                .contains("another column"),
                                        second -> assertThat(second)
                                                .startsWith("c ")
                                                .contains("markets[1]")));
    }
}
