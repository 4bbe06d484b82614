package eu.nephele.platform.media;

import static eu.nephele.platform.wording.Wording.kept;

import eu.nephele.platform.wording.Wording.Kept;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the programs that read, draw and scan files note of them, in the language of whoever reads the note. Nobody in particular is there
 * when a note is made, so it is kept in English.
 */
public final class FileNotes {

    private static final List<Kept> KNOWN = List.of(
            kept("The picture has %s x %s pixels: too many to make smaller pictures from it"),
            kept("The file is not what its name says: %s, not %s"),
            kept(
                    "The file says nothing of its length and its tracks: it is cut off or damaged, or of a kind that cannot be read"),
            kept("The picture is cut off: its end is missing"),
            kept("The file is an archive: what is in it is not searched"),
            kept("The file is protected by a password: its text cannot be searched"),
            kept("The text is longer than %s characters: the rest of it is not searched"),
            kept("The file is damaged or uses what cannot be read: %s"),
            kept("The file is nested too deeply to be read"),
            kept("The file is damaged, or not what its type says (%s)"),
            kept("The file could not be read within %s seconds"),
            kept(
                    "The file needs more memory than the %s MB that reading a file may take, or ends the program that reads it"),
            kept("The document brings no picture of its first page"),
            kept("There is no picture of files of the type %s"),
            kept("The document has no pages"),
            kept("The video has no picture at %s s"),
            kept("No picture could be taken from the video: install FFmpeg to read more kinds of video"),
            kept("Pictures of this kind cannot be shown in other sizes"),
            kept("The picture has %s x %s pixels; at most %s in all can be worked on"),
            kept("The moving picture has %s frames of %s x %s: too many to work on"),
            kept("Held back from readers: %s"),
            kept("the virus scanner cannot be reached, it is tried again"),
            kept("the file is larger than what the virus scanner takes (StreamMaxLength in its clamd.conf)"),
            kept("the file is not there any more"),
            kept("Infected: %s"));

    private FileNotes() {}

    /** A note that is none of ours, such as a plugin's, is said as it is. */
    public static @Nullable String said(@Nullable String note) {
        if (note == null) {
            return null;
        }
        return KNOWN.stream()
                .flatMap(known -> known.values(note).stream()
                        .map(values ->
                                known.said(values.stream().map(FileNotes::said).toArray())))
                .findFirst()
                .orElse(note);
    }
}
