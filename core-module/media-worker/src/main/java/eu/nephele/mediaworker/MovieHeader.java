package eu.nephele.mediaworker;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.avi.AviDirectory;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mov.media.QuickTimeSoundDirectory;
import com.drew.metadata.mov.media.QuickTimeVideoDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundDirectory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Duration, tracks, rotation and date of an MP4, QuickTime or AVI film: more than Tika's parser hands on of what the library below it reads. */
final class MovieHeader {

    private final Map<String, String> values = new TreeMap<>();

    private MovieHeader() {}

    static boolean isOne(String type) {
        return type.equals("video/mp4")
                || type.equals("video/quicktime")
                || type.equals("video/x-m4v")
                || type.equals("video/x-msvideo")
                || type.equals("audio/mp4")
                || type.equals("application/mp4");
    }

    static Map<String, String> read(Path file) throws IOException {
        var header = new MovieHeader();
        try {
            for (var directory : ImageMetadataReader.readMetadata(file.toFile()).getDirectories()) {
                header.add(directory);
            }
        } catch (ImageProcessingException damaged) {
            // What Tika found stands alone then.
        }
        return header.values;
    }

    private void add(Directory directory) {
        switch (directory) {
            case Mp4VideoDirectory video ->
                video(
                        video,
                        Mp4VideoDirectory.TAG_WIDTH,
                        Mp4VideoDirectory.TAG_HEIGHT,
                        Mp4VideoDirectory.TAG_FRAME_RATE,
                        Mp4VideoDirectory.TAG_COMPRESSION_TYPE);
            case Mp4SoundDirectory sound ->
                sound(sound, Mp4SoundDirectory.TAG_AUDIO_SAMPLE_RATE, Mp4SoundDirectory.TAG_AUDIO_FORMAT);
            case QuickTimeVideoDirectory video ->
                video(
                        video,
                        QuickTimeVideoDirectory.TAG_WIDTH,
                        QuickTimeVideoDirectory.TAG_HEIGHT,
                        QuickTimeVideoDirectory.TAG_FRAME_RATE,
                        QuickTimeVideoDirectory.TAG_COMPRESSION_TYPE);
            case QuickTimeSoundDirectory sound ->
                sound(sound, QuickTimeSoundDirectory.TAG_AUDIO_SAMPLE_RATE, QuickTimeSoundDirectory.TAG_AUDIO_FORMAT);
            case Mp4Directory film ->
                film(
                        film,
                        Mp4Directory.TAG_DURATION_SECONDS,
                        Mp4Directory.TAG_ROTATION,
                        Mp4Directory.TAG_CREATION_TIME);
            case QuickTimeDirectory film ->
                film(
                        film,
                        QuickTimeDirectory.TAG_DURATION_SECONDS,
                        QuickTimeDirectory.TAG_ROTATION,
                        QuickTimeDirectory.TAG_CREATION_TIME);
            case AviDirectory film -> avi(film);
            default -> {}
        }
    }

    private void avi(AviDirectory film) {
        var duration = film.getString(AviDirectory.TAG_DURATION);
        if (duration != null && duration.matches("\\d\\d:\\d\\d:\\d\\d")) {
            put("duration", FoundProperties.seconds(LocalTime.parse(duration).toSecondOfDay()));
        }
        video(
                film,
                AviDirectory.TAG_WIDTH,
                AviDirectory.TAG_HEIGHT,
                AviDirectory.TAG_FRAMES_PER_SECOND,
                AviDirectory.TAG_VIDEO_CODEC);
    }

    private void film(Directory film, int duration, int rotation, int created) {
        var seconds = film.getDoubleObject(duration);
        if (seconds != null && seconds > 0) {
            put("duration", FoundProperties.seconds(seconds));
        }
        // The library turns the other way round than players do.
        var turned = film.getDoubleObject(rotation);
        if (turned != null && turned != 0) {
            put("rotation", Long.toString(Math.floorMod(-Math.round(turned), 360L)));
        }
        var date = film.getDate(created);
        var moment = date == null ? null : FoundProperties.moment(date.toInstant());
        if (moment != null) {
            put("created", moment);
        }
    }

    private void video(Directory video, int width, int height, int rate, int codec) {
        var wide = video.getLongObject(width);
        var high = video.getLongObject(height);
        if (wide != null && high != null && wide > 0 && high > 0) {
            put("width", wide.toString());
            put("height", high.toString());
        }
        var frames = video.getDoubleObject(rate);
        if (frames != null && frames > 0) {
            put("frameRate", FoundProperties.seconds(frames));
        }
        var name = video.getString(codec);
        // HEVC is one that the library has no name for.
        if (name != null && !name.equalsIgnoreCase("unknown")) {
            put("videoCodec", codec(name));
        }
    }

    private void sound(Directory sound, int rate, int format) {
        var samples = sound.getDoubleObject(rate);
        if (samples != null && samples > 0) {
            put("sampleRate", Long.toString(Math.round(samples)));
        }
        var name = sound.getString(format);
        if (name != null) {
            put("audioCodec", codec(name));
        }
    }

    private static String codec(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("aac")) {
            return "aac";
        }
        return lower.replace("h.264", "h264")
                .replace("h.265", "hevc")
                .replace("mpeg-4", "mpeg4")
                .strip();
    }

    private void put(String name, String value) {
        values.putIfAbsent(name, value);
    }
}
