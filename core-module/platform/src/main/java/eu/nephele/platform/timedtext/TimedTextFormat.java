package eu.nephele.platform.timedtext;

import static eu.nephele.platform.wording.Wording.say;

import eu.nephele.api.failure.ErrorCode;
import eu.nephele.api.failure.FieldError;
import eu.nephele.api.failure.PlatformException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A format of files with timed text. */
public enum TimedTextFormat {
    VTT("text/vtt"),
    SRT("application/x-subrip");

    /** Hours of talk have some hundred kilobytes. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final String mediaType;

    TimedTextFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** {@code vtt}: what files are called by, and what a request names. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws PlatformException BAD_REQUEST for another name */
    public static TimedTextFormat of(String name) {
        for (var format : values()) {
            if (format.extension().equals(name)) {
                return format;
            }
        }
        throw new PlatformException(
                ErrorCode.BAD_REQUEST,
                "format: `%s` is no format of timed text; there are vtt and srt".formatted(name),
                List.of(new FieldError("format", "unknown", "must be vtt or srt")));
    }

    /** Which format a text is in: WebVTT says so in its first line. */
    public static TimedTextFormat of(byte[] content) {
        var text = new String(content, 0, Math.min(content.length, 16), StandardCharsets.UTF_8);
        return text.replace("\ufeff", "").startsWith("WEBVTT") ? VTT : SRT;
    }

    /** @throws PlatformException INVALID_VALUE with the lines that are not right; a field of the error is {@code line 12} */
    public List<Cue> read(String text) {
        return this == VTT ? WebVtt.read(text) : SubRip.read(text);
    }

    public String write(List<Cue> cues) {
        return this == VTT ? WebVtt.write(cues) : SubRip.write(cues);
    }

    /** Who speaks, and what is said, in a cue of a file of this format. */
    public Speech speech(Cue cue) {
        return this == VTT ? cue.speech() : cue.speech().named();
    }

    /**
     * The text of a file.
     *
     * @param encoding null for UTF-8; old files of SubRip are often {@code windows-1250}
     * @throws PlatformException INVALID_VALUE with the line that is not in the encoding, TOO_LARGE
     */
    public static String text(byte[] content, @Nullable String encoding) {
        if (content.length > MOST_BYTES) {
            throw new PlatformException(
                    ErrorCode.TOO_LARGE,
                    say("The file has %,d bytes, timed texts have at most %,d", content.length, MOST_BYTES));
        }
        try {
            return charset(content, encoding)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            var line = lineOfFirstFault(content);
            var message = say(
                    "is not in UTF-8: save the file as UTF-8, or say what it is in (encoding: windows-1250, iso-8859-2, ...)");
            throw new PlatformException(
                    ErrorCode.INVALID_VALUE,
                    say("line %d %s", line, message),
                    List.of(new FieldError("line " + line, "encoding", message)));
        }
    }

    private static Charset charset(byte[] content, @Nullable String encoding) {
        if (encoding != null && !encoding.isBlank()) {
            try {
                return Charset.forName(encoding);
            } catch (IllegalArgumentException unknown) {
                throw new PlatformException(
                        ErrorCode.BAD_REQUEST,
                        say(
                                "encoding: `%s` is not known; there are utf-8, windows-1250, windows-1251, iso-8859-2, ...",
                                encoding));
            }
        }
        var utf16 = content.length > 1
                && (content[0] == (byte) 0xfe && content[1] == (byte) 0xff
                        || content[0] == (byte) 0xff && content[1] == (byte) 0xfe);
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static int lineOfFirstFault(byte[] content) {
        var readable = ByteBuffer.wrap(content);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        decoder.decode(readable, java.nio.CharBuffer.allocate(content.length + 1), true);
        var line = 1;
        for (var index = 0; index < readable.position(); index++) {
            line += content[index] == '\n' ? 1 : 0;
        }
        return line;
    }
}
