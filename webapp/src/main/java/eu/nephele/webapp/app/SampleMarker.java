package eu.nephele.webapp.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers in the data folder whether the sample content was begun and finished. */
record SampleMarker(Path data) {

    boolean isBegun() {
        return Files.exists(file());
    }

    boolean isDone() {
        try {
            return isBegun() && Files.readString(file()).strip().equals("loaded");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin() {
        write("loading");
    }

    void done() {
        write("loaded");
    }

    private void write(String state) {
        try {
            Files.createDirectories(data);
            Files.writeString(file(), state + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return data.resolve("sample-content");
    }
}
