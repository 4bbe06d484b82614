package eu.nephele.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1234 # 1234",
                "1.234,56 # 1234.56",
                "1,234.56 # 1234.56",
                "1 234,5 # 1234.5",
                "1'234.5 # 1234.5",
                "−5 # -5",
                "0,125 # 0.125",
                "12,5 # 12.5",
                "1.234.567 # 1234567",
                "€ 12,50 # 12.50",
                "1.5E3 # 1500",
                "0.001 # 0.001"
            })
    void numbersAreReadAsTheyAreWrittenHere(String written, BigDecimal number) {
        assertThat(CellNumbers.number(written, null, false)).isEqualByComparingTo(number);
    }

    @Test
    void aNumberThatCanBeReadInTwoWaysNeedsToBeTold() {
        assertThatThrownBy(() -> CellNumbers.number("1.234", null, false)).hasMessageContaining("two ways");
        assertThat(CellNumbers.number("1.234", ",", false)).isEqualByComparingTo("1234");
        assertThat(CellNumbers.number("1.234", ".", false)).isEqualByComparingTo("1.234");
        assertThat(CellNumbers.whole("1.234", null)).isEqualTo(1234);
        assertThatThrownBy(() -> CellNumbers.whole("12,5", null)).hasMessageContaining("whole number");
        assertThatThrownBy(() -> CellNumbers.number("about 5", null, false)).hasMessageContaining("about 5");
        assertThat(CellNumbers.decimalOf("1.234,5")).isEqualTo(",");
        assertThat(CellNumbers.decimalOf("12.5")).isEqualTo(".");
        assertThat(CellNumbers.decimalOf("1.234")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "2012-10-01 # 2012-10-01",
                "1.10.2012 # 2012-10-01",
                "1. 10. 2012. # 2012-10-01",
                "01/10/2012 # 2012-10-01",
                "2012.10.1. # 2012-10-01",
                "1. oktobar 2012. # 2012-10-01",
                "1. Oktober 2012 # 2012-10-01",
                "1 ottobre 2012 # 2012-10-01",
                "1. октобар 2012. # 2012-10-01",
                "10.2012 # 2012-10",
                "10/2012 # 2012-10",
                "October 2012 # 2012-10",
                "2012. # 2012",
                "2012 # 2012",
                "2012-10-01T00:00 # 2012-10-01"
            })
    void daysAreReadAsTheyAreWrittenHere(String written, String day) {
        assertThat(CellDates.day(written)).isEqualTo(day);
    }

    @Test
    void whatIsNoDayIsRefusedWithTheCure() {
        assertThatThrownBy(() -> CellDates.day("10/25/2012")).hasMessageContaining("month before the day");
        assertThatThrownBy(() -> CellDates.day("31.2.2012")).hasMessageContaining("calendar");
        assertThatThrownBy(() -> CellDates.day("1.10.12")).hasMessageContaining("2012-10-01");
        assertThatThrownBy(() -> CellDates.day("soon 2012")).hasMessageContaining("names no month");
        assertThat(CellDates.day(2012)).isEqualTo("2012");
    }

    @Test
    void timesAreThoseOfTheZone() {
        var belgrade = ZoneId.of("Europe/Belgrade");

        assertThat(CellDates.moment("1.10.2012 14:30", belgrade)).isEqualTo("2012-10-01T14:30+02:00");
        assertThat(CellDates.moment("2012-12-01T14:30", belgrade)).isEqualTo("2012-12-01T14:30+01:00");
        assertThat(CellDates.moment("2012-12-01T14:30:00Z", belgrade)).isEqualTo("2012-12-01T14:30Z");
        assertThat(CellDates.moment("1.10.2012", belgrade)).isEqualTo("2012-10-01T00:00+02:00");
        assertThatThrownBy(() -> CellDates.moment("1.10.2012 25:30", belgrade)).hasMessageContaining("time of the day");
    }

    @Test
    void valuesAreParted() {
        assertThat(CellValues.parts("a| b |c", null)).containsExactly("a", "b", "c");
        assertThat(CellValues.parts("a\\|b|c\\\\d", null)).containsExactly("a|b", "c\\d");
        assertThat(CellValues.parts("a; b|c", ";")).containsExactly("a", "b|c");
        assertThat(CellValues.parts("one\ntwo\n", "\n")).containsExactly("one", "two");
    }
}
