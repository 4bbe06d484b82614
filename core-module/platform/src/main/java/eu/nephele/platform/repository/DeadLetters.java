package eu.nephele.platform.repository;

import eu.nephele.api.content.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/** Dead letters as nodes below {@code /deadLetters/<follower>}, named by the revision of the change. */
final class DeadLetters {

    static final String ROOT = "deadLetters";
    static final int MAX_PER_FOLLOWER = 10_000;

    private DeadLetters() {}

    /** False where the follower has too many already. */
    static boolean add(Tree root, DeadLetter letter) {
        var letters = ChangeLog.addTree(ChangeLog.addTree(root, ROOT), letter.follower());
        if (letters.getChildrenCount(MAX_PER_FOLLOWER) >= MAX_PER_FOLLOWER) {
            return false;
        }
        var tree = ChangeLog.addTree(letters, Long.toString(letter.change().revision()));
        ChangeLog.write(tree, letter.change());
        tree.setProperty("reason", letter.reason(), Type.STRING);
        tree.setProperty("putAside", letter.at().toString(), Type.STRING);
        return true;
    }

    static void remove(Tree root, String follower, long revision) {
        var letter = root.getChild(ROOT).getChild(follower).getChild(Long.toString(revision));
        if (letter.exists()) {
            letter.remove();
        }
    }

    static List<DeadLetter> of(NodeState root, String follower) {
        var letters = new ArrayList<DeadLetter>();
        for (var entry : root.getChildNode(ROOT).getChildNode(follower).getChildNodeEntries()) {
            var letter = entry.getNodeState();
            letters.add(new DeadLetter(
                    follower,
                    ChangeLog.change(Long.parseLong(entry.getName()), letter),
                    String.valueOf(letter.getString("reason")),
                    Instant.parse(letter.getString("putAside"))));
        }
        letters.sort(Comparator.comparing(DeadLetter::change, Comparator.comparingLong(Change::revision)));
        return List.copyOf(letters);
    }
}
