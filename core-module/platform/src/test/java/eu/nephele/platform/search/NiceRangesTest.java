package eu.nephele.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.api.search.Facet;
import eu.nephele.api.search.FacetResult;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NiceRangesTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 10; true; ~2 2~4 4~6 6~8 8~10 10~",
                "1; 7; true; ~2 2~3 3~4 4~5 5~6 6~7 7~",
                "5; 5; true; ~6 6~",
                "0; 0; true; ~1 1~",
                "0.1; 0.62; false; ~0.2 0.2~0.3 0.3~0.4 0.4~0.5 0.5~0.6 0.6~",
                "-20; 30; false; ~-10 -10~0 0~10 10~20 20~30 30~",
                "1990; 2026; true; ~2000 2000~2010 2010~2020 2020~",
                "1; 20000; true; ~5 5~10 10~50 50~100 100~500 500~1000 1000~5000 5000~10000 10000~",
                "0; 3000000; true; ~10 10~100 100~1000 1000~10000 10000~100000 100000~1000000 1000000~"
            })
    void boundsAreRoundAndCoverEverything(double least, double greatest, boolean whole, String expected) {
        assertThat(NiceRanges.of(new FacetResult.Numbers(9, least, greatest, 0), whole).stream()
                        .map(Facet.Range::key)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void hostileNumbersMakeFewRangesToo() {
        for (var bound : new double[] {1e300, 1e-300, Double.MAX_VALUE, 4e15, 123456789.123}) {
            assertThat(NiceRanges.of(new FacetResult.Numbers(9, -bound, bound, 0), false))
                    .as("%s", bound)
                    .hasSizeBetween(2, 20);
            assertThat(NiceRanges.of(new FacetResult.Numbers(9, bound, bound, 0), false))
                    .as("%s", bound)
                    .hasSizeBetween(1, 20);
            assertThat(NiceRanges.of(new FacetResult.Numbers(9, 0, bound, 0), true))
                    .as("%s", bound)
                    .hasSizeBetween(2, 20);
        }
        assertThat(NiceRanges.of(null, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, DAY", "300, MONTH", "1200, QUARTER", "9000, YEAR"})
    void periodsSuitTheirSpan(int days, Facet.Interval expected) {
        assertThat(NiceRanges.interval(
                        new FacetResult.Numbers(9, 0, Duration.ofDays(days).toMillis(), 0)))
                .isEqualTo(expected);
    }
}
