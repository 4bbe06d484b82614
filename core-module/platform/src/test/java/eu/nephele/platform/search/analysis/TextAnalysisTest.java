package eu.nephele.platform.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {

    @ParameterizedTest(name = "{0}: {1} finds {2}")
    @CsvSource({
        "english, clusters, cluster",
        "english, companies, company",
        "english, cluster's, cluster",
        "english, INNOVATIONS, innovation",
        "german, Unternehmensnetzwerke, Unternehmensnetzwerk",
        "german, Innovationen, Innovation",
        "german, Betriebe, Betrieb",
        "german, Maße, MASSE",
        "italian, imprese, impresa",
        "italian, dell'innovazione, innovazioni",
        "italian, distretti, distretto",
        "greek, καινοτομίες, καινοτομία",
        "greek, ΚΑΙΝΟΤΟΜΊΑ, καινοτομία",
        "greek, επιχειρήσεις, επιχείρηση",
        "greek, ΟΔΟΣ, οδός",
        "romanian, clustere, cluster",
        "romanian, şapte, șapte",
        "romanian, sapte, șapte",
        "romanian, întreprinderi, întreprindere",
        "romanian, ţară, țară",
        "bulgarian, клъстери, клъстер",
        "bulgarian, клъстерът, клъстер",
        "bulgarian, иновации, иновация",
        "bulgarian, предприятия, предприятие",
        "hungarian, klaszterek, klaszter",
        "hungarian, bútorok, bútor",
        "hungarian, innovációk, innováció",
        "serbian, klasteri, klaster",
        "serbian, кластери, klaster",
        "serbian, klasterima, кластер",
        "serbian, gradjevinarstvo, građevinarstvo",
        "serbian, gradevinarstvo, грађевинарство",
        "serbian, građevinarstva, gradjevinarstvo",
        "serbian, preduzeca, preduzeće",
        "serbian, preduzeća, предузеће",
        "ukrainian, кластери, кластер",
        "ukrainian, інновації, інновація",
        "ukrainian, підприємства, підприємство",
        "czech, klastry, klastr",
        "czech, inovace, inovací",
        "folding, grozdi, grozd",
        "folding, podjetja, podjetje",
        "folding, кластери, кластер",
        "folding, gradjevinarstvo, građevinarstvo",
        "folding, ndërmarrje, ndermarrje",
    })
    void formsOfAWordMeet(String profile, String query, String text) {
        assertThat(meet(profile, query, text)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} does not find {2}")
    @CsvSource({
        "english, cluster, clutter",
        "german, Schule, Schulden",
        "italian, porto, porta",
        "greek, χώρα, χορός",
        "romanian, masă, mesaj",
        "bulgarian, страна, сграда",
        "hungarian, kor, kár",
        "serbian, grad, brod",
        "ukrainian, місто, мостити",
        "czech, hrad, hrana",
        "folding, banka, barka",
    })
    void differentWordsStayApart(String profile, String query, String text) {
        assertThat(meetExactly(profile, query, text)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} finds {2} in other letters")
    @CsvSource({
        "bulgarian, klaster, клъстер",
        "bulgarian, inovatsii, иновации",
        "greek, kainotomia, καινοτομία",
        "folding, klaster, кластер",
        "folding, piljevina, пиљевина",
        "folding, njegoš, Његош",
        "folding, džemper, џемпер",
        "folding, građevinarstvo, грађевинарство",
        "folding, ćilim, ћилим",
        "macedonian, ljubov, љубов",
        "macedonian, razvoj, развој",
        "ukrainian, klaster, кластер",
    })
    void latinLettersFindWordsOfOtherScripts(String profile, String query, String text) {
        assertThat(TextAnalysis.of(profile).words(text).getFirst().transliterated())
                .isEqualTo(TextAnalysis.of(profile).words(query).getFirst().exact());
    }

    @Test
    void stopWordsHaveAnExactFormAndNoStem() {
        var words = TextAnalysis.of("english").words("the cluster");

        assertThat(words).extracting(Word::exact).containsExactly("the", "cluster");
        assertThat(words).extracting(Word::isStopWord).containsExactly(true, false);
    }

    @Test
    void wordsKnowTheirPlace() {
        var words = TextAnalysis.of("german").words("Die Möbel-Cluster.");

        assertThat(words).extracting(Word::start).containsExactly(0, 4, 10);
        assertThat(words).extracting(Word::end).containsExactly(3, 9, 17);
    }

    @Test
    void anUnknownProfileFolds() {
        assertThat(TextAnalysis.of("klingon").words("Čaj"))
                .extracting(Word::exact)
                .containsExactly("caj");
    }

    @Test
    void noTextHasNoWords() {
        assertThat(TextAnalysis.of("english").words("  !? ")).isEmpty();
    }

    @Test
    void markUpIsNoText() {
        assertThat(PlainText.of("<p>Furniture &amp; <b>wood</b></p><p>Export</p><script>alert(1)</script>"))
                .contains("Furniture & wood")
                .doesNotContain("alert")
                .doesNotContain("woodExport");
    }

    private static boolean meet(String profile, String query, String text) {
        var analysis = TextAnalysis.of(profile);
        var wanted = analysis.words(query).getFirst();
        var found = analysis.words(text).getFirst();
        var common = new HashSet<>(wanted.stems());
        common.retainAll(found.stems());
        return wanted.exact().equals(found.exact())
                || !common.isEmpty()
                || found.exact().startsWith(wanted.exact());
    }

    private static boolean meetExactly(String profile, String query, String text) {
        var analysis = TextAnalysis.of(profile);
        var wanted = analysis.words(query).getFirst();
        var found = analysis.words(text).getFirst();
        var common = new HashSet<>(wanted.stems());
        common.retainAll(found.stems());
        return wanted.exact().equals(found.exact()) || !common.isEmpty();
    }
}
