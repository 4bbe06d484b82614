package eu.nephele.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "cluster, cluster, 0",
        "cluster, kluster, 1",
        "cluster, clster, 1",
        "cluster, clluster, 1",
        "cluster, clutser, 1",
        "cluster, lcutser, 2",
        "cluster, klaster, 2",
        "innovation, inovatoin, 2",
        "abc, ca, 3",
        "кластер, клстер, 1",
        "🛶🛶, 🛶, 1",
        "a, '', 1",
    })
    void typosAreCounted(String one, String other, int edits) {
        assertThat(EditDistance.between(one, other, 5)).isEqualTo(edits);
        assertThat(EditDistance.between(other, one, 5)).isEqualTo(edits);
    }

    @Test
    void moreThanTheMostIsNotCountedOut() {
        assertThat(EditDistance.between("furniture", "logistics", 2)).isGreaterThan(2);
        assertThat(EditDistance.within("wood", "woodworking", 2)).isFalse();
        assertThat(EditDistance.within("export", "expert", 1)).isTrue();
        assertThat(EditDistance.within("export", "exeprt", 1)).isFalse();
    }

    @Test
    void whoMakesTwoTyposBeginsTheWordRightly() {
        assertThat(EditDistance.isTypo("furniture", "furnitrue", 1)).isTrue();
        assertThat(EditDistance.isTypo("furniture", "curniture", 1)).isTrue();
        assertThat(EditDistance.isTypo("furniture", "furnitrui", 1)).isFalse();
        assertThat(EditDistance.isTypo("furniture", "furmitrue", 2)).isTrue();
        assertThat(EditDistance.isTypo("furniture", "curmiture", 2)).isFalse();
        assertThat(EditDistance.isTypo("грађевинарство", "градевинарсво", 2)).isTrue();
    }
}
