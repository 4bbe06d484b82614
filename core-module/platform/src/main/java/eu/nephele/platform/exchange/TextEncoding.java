package eu.nephele.platform.exchange;

import static eu.nephele.platform.wording.Wording.say;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the letters of a text file are written: as its first bytes say, else in UTF-8 if it can be, else in the code page of Windows whose letters
 * come together to words of a language that uses it.
 */
final class TextEncoding {

    private static final int LOOKED_AT = 200_000;

    /** Letters by how much they speak for a code page, the most frequent ones first. */
    private static final Map<Charset, String> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put(Charset.forName("windows-1250"), "čšžćđČŠŽĆĐáéíóöüőúűýąęłńśźżăâîşţěřůťďňľĺôäßÁÉÍÓÖÜŐÚŰĄĘŁŃŚŹŻÄ");
        LETTERS.put(Charset.forName("windows-1252"), "èàùòìéäöüßÄÖÜçñêâîôûëïœÀÈÉÌÒÙ");
        LETTERS.put(
                Charset.forName("windows-1251"), "аоеинтсрвлкдмпугзбјчшжњљцфхђћџыяьйэюъщєїіґАОЕИНТСРВЛКДМПУГЗБЈЧШЖ");
        LETTERS.put(Charset.forName("windows-1253"), "αοιεστνηυρπκλμωςάόέίήύώγδθχφβξζψΑΟΙΕΣΤΝΗΥΡΠΚΛΜ");
    }

    private TextEncoding() {}

    static Charset of(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        var zeros = zeros(content);
        if (zeros[0] + zeros[1] > Math.min(content.length, LOOKED_AT) / 5) {
            return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException another) {
            return codePage(content);
        }
    }

    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw SheetReader.refusal(
                    "encoding", say("There is no encoding `%s`; there are %s", name, String.join(", ", offered())));
        }
    }

    static List<String> offered() {
        return List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1250", "windows-1251", "windows-1252", "windows-1253");
    }

    static String text(byte[] content, Charset encoding) {
        var text = new String(content, encoding);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset codePage(byte[] content) {
        var best = Charset.forName("windows-1250");
        var most = Integer.MIN_VALUE;
        for (var candidate : LETTERS.entrySet()) {
            var text = new String(content, 0, Math.min(content.length, LOOKED_AT), candidate.getKey());
            var score = score(text, candidate.getValue());
            if (score > most) {
                most = score;
                best = candidate.getKey();
            }
        }
        return best;
    }

    /** Scripts do not mix in a word, and a Latin word is not made of accents. */
    private static int score(String text, String letters) {
        var score = 0;
        for (var word : text.split("[\\x00-\\x40\\x5B-\\x60\\x7B-\\x7F]+")) {
            var foreign = word.replaceAll("[A-Za-z]", "");
            if (foreign.isEmpty()) {
                continue;
            }
            var latin = foreign.codePoints()
                    .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
            var mixed = latin
                    ? foreign.length() > 3 && foreign.length() * 2 > word.length()
                    : foreign.length() < word.length();
            score -= mixed ? 4 * foreign.length() : 0;
            for (var at = 0; at < foreign.length(); at++) {
                var rank = letters.indexOf(foreign.charAt(at));
                score += rank < 0 ? -3 : rank < 10 ? 3 : rank < 24 ? 2 : 1;
            }
            // A grave accent ends Italian words; a caron hardly stands alone.
            score += "èàùòì".contains(foreign) && word.endsWith(foreign) ? 1 : 0;
            score -= word.equals("č") || word.equals("ŕ") ? 4 : 0;
        }
        return score;
    }

    private static int[] zeros(byte[] content) {
        var zeros = new int[2];
        for (var at = 0; at < Math.min(content.length, LOOKED_AT); at++) {
            if (content[at] == 0) {
                zeros[at % 2]++;
            }
        }
        return zeros;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (var at = 0; at < bytes.length; at++) {
            if (content.length <= at || (content[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
