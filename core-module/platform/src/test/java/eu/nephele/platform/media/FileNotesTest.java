package eu.nephele.platform.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.nephele.platform.wording.Wording;
import org.junit.jupiter.api.Test;

class FileNotesTest {

    @Test
    void aNoteIsSaidInTheLanguageOfItsReader() {
        assertThat(said("de", "The picture is cut off: its end is missing"))
                .isEqualTo("Das Bild ist abgeschnitten: sein Ende fehlt");
        assertThat(said("sr", "Infected: Eicar-Signature")).isEqualTo("Заражено: Eicar-Signature");
        assertThat(said("it", "The text is longer than 1,000,000 characters: the rest of it is not searched"))
                .isEqualTo("Il testo supera i 1,000,000 caratteri: il resto non viene cercato");
    }

    @Test
    void aNoteInANoteIsSaidToo() {
        assertThat(said("de", "Held back from readers: the virus scanner cannot be reached, it is tried again"))
                .isEqualTo(
                        "Wird Lesern vorenthalten: der Virenscanner ist nicht zu erreichen, es wird wieder versucht");
    }

    @Test
    void inEnglishAllStaysAsItIs() {
        var note = "The file is damaged, or not what its type says (IOException: 100 % of it\nis %s)";

        assertThat(said("en", note)).isEqualTo(note);
    }

    @Test
    void whatNobodyHereSaidStaysAsItIs() {
        assertThat(said("de", "Checked by a plugin")).isEqualTo("Checked by a plugin");
        assertThat(FileNotes.said(null)).isNull();
    }

    private static String said(String language, String note) {
        return String.valueOf(Wording.in(language, () -> FileNotes.said(note)));
    }
}
