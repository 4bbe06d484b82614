package eu.nephele.platform.repository;

import java.time.Duration;
import java.util.List;

/**
 * The table of leases: who has what until when, by the clock of the database, for those of nodes differ. A node that falls silent
 * loses its leases by time alone.
 */
final class Leases {

    private static final String TABLE = "nephele_leases";

    /** So long after a node was given up for dead its number is not used again: it might only have slept. */
    private static final String REST = "interval '1 hour'";

    private final Database database;
    private final String holder;
    private final String duration;

    /** @param holder this run of this node, unlike any other */
    Leases(Database database, String holder, Duration duration) {
        this.database = database;
        this.holder = holder;
        this.duration = duration.toMillis() + " milliseconds";
    }

    static void createTable(Database database) {
        database.update("CREATE TABLE IF NOT EXISTS " + TABLE
                + " (name text PRIMARY KEY, holder text NOT NULL, place text NOT NULL, expires timestamptz NOT NULL)");
    }

    /**
     * Takes the lease where nobody has it. Whoever has it already keeps it for longer. What a dead node had waits until that node is
     * recovered, so that its last saves are seen by whoever goes on.
     */
    boolean take(String name) {
        return database.update(
                        "INSERT INTO " + TABLE + " AS l VALUES (?, ?, '', now() + ?::interval)"
                                + " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires = excluded.expires"
                                + " WHERE l.holder = excluded.holder OR l.expires < now() AND NOT EXISTS (SELECT 1 FROM "
                                + TABLE + " AS n WHERE n.name LIKE 'node/%' AND n.holder <> ''"
                                + " AND (n.expires < now() OR n.holder LIKE 'recovery %'))",
                        name,
                        holder,
                        duration)
                > 0;
    }

    /** Prolongs all that this node has, and what it is recovering; answers the names of what it has. */
    List<String> renew() {
        return database
                .query(
                        "UPDATE " + TABLE
                                + " SET expires = now() + ?::interval WHERE holder IN (?, ?) RETURNING name, holder",
                        row -> List.of(row.getString(1), row.getString(2)),
                        duration,
                        holder,
                        recovery())
                .stream()
                .filter(lease -> lease.get(1).equals(holder))
                .map(List::getFirst)
                .toList();
    }

    private String recovery() {
        return "recovery by " + holder;
    }

    void releaseAll() {
        database.update("DELETE FROM " + TABLE + " WHERE holder = ?", holder);
    }

    /** Takes the number for this node where it is free; the place says on which data folder the node runs. */
    boolean takeNumber(int number, String place) {
        return database.update(
                        "INSERT INTO " + TABLE
                                + " AS l VALUES (?, ?, ?, now() + ?::interval) ON CONFLICT (name) DO UPDATE"
                                + " SET holder = excluded.holder, place = excluded.place, expires = excluded.expires"
                                + " WHERE l.holder = '' AND l.expires < now() - " + REST,
                        nodeLease(number),
                        holder,
                        place,
                        duration)
                > 0;
    }

    /**
     * Nodes that have to be recovered: whose lease ran out a while ago, or that ran on this place, which is locked by its
     * process: they are dead for sure.
     */
    List<DeadNode> dead(String place) {
        return database.query(
                "SELECT name, holder FROM " + TABLE + " WHERE name LIKE 'node/%' AND holder NOT IN ('', ?)"
                        + " AND (expires < now() - interval '1 second' OR place = ?) ORDER BY name",
                row -> new DeadNode(Integer.parseInt(row.getString(1).substring(5)), row.getString(2)),
                holder,
                place);
    }

    /** From here on the dead node can write no more, and this one recovers it; false where another does that. */
    boolean claim(DeadNode node, String place) {
        return database.update(
                        "UPDATE " + TABLE + " SET holder = ?, place = '', expires = now() + interval '30 seconds'"
                                + " WHERE name = ? AND holder = ? AND (expires < now() OR place = ?)",
                        recovery(),
                        nodeLease(node.number()),
                        node.holder(),
                        place)
                > 0;
    }

    void recovered(DeadNode node) {
        database.update(
                "UPDATE " + TABLE + " SET holder = '', expires = now() WHERE name = ? AND holder = ?",
                nodeLease(node.number()),
                recovery());
    }

    /** Lets another node, or this one, try to recover it at once. */
    void giveUp(DeadNode node) {
        database.update(
                "UPDATE " + TABLE
                        + " SET holder = 'recovery given up', expires = now() - interval '2 seconds' WHERE name = ? AND holder = ?",
                nodeLease(node.number()),
                recovery());
    }

    /** Whether what the node has saved may still be unseen by others, for it runs or is not recovered yet. */
    boolean mayHoldBack(int number) {
        return !database.query(
                        "SELECT 1 FROM " + TABLE + " WHERE name = ? AND holder <> ''", _ -> true, nodeLease(number))
                .isEmpty();
    }

    String holder() {
        return holder;
    }

    static String nodeLease(int number) {
        return "node/" + number;
    }

    record DeadNode(int number, String holder) {}
}
