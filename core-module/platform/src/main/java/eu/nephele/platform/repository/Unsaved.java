package eu.nephele.platform.repository;

import eu.nephele.api.content.Location;
import eu.nephele.api.content.Perspective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a writer has placed and moved, which the indexes do not know before the save. */
final class Unsaved {

    private final Map<Perspective, Map<String, Location>> placed = new HashMap<>();
    private final Map<Held, Set<String>> holders = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    void placed(String id, Location location) {
        placed.computeIfAbsent(location.perspective(), _ -> new HashMap<>()).put(id, location);
    }

    void moved(Location from, Location to) {
        var move = new Move(from, to);
        moves.add(move);
        placed.values().forEach(locations -> locations.replaceAll((_, location) -> move.apply(location)));
    }

    Optional<Location> placed(Perspective perspective, String id) {
        return Optional.ofNullable(placed.getOrDefault(perspective, Map.of()).get(id));
    }

    /** Notes a value that an index will know after the save. */
    void holds(String id, Perspective perspective, String property, String value) {
        holders.computeIfAbsent(new Held(perspective, property, value), _ -> new LinkedHashSet<>())
                .add(id);
    }

    /** Where the value was put. It may be gone from there since. */
    Stream<Location> holding(Perspective perspective, String property, String value) {
        return holders.getOrDefault(new Held(perspective, property, value), Set.of()).stream()
                .flatMap(id -> placed(perspective, id).stream());
    }

    /** Where that which was saved at the location is now. */
    Location now(Location saved) {
        var location = saved;
        for (var move : moves) {
            location = move.apply(location);
        }
        return location;
    }

    private record Held(Perspective perspective, String property, String value) {}

    private record Move(Location from, Location to) {

        Location apply(Location location) {
            var within = location.perspective() == from.perspective()
                    && location.workspace().equals(from.workspace())
                    && (location.path().equals(from.path()) || location.path().startsWith(from.path() + "/"));
            return within
                    ? new Location(
                            to.perspective(),
                            to.workspace(),
                            to.path() + location.path().substring(from.path().length()))
                    : location;
        }
    }
}
