package eu.nephele.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final TestingFloor floor = new TestingFloor();
    private final People people = new People(
            floor.desk.drafts,
            () -> List.of(
                    new People.Person("ana", "Ana $1 Sample", List.of()), new People.Person("ben", "", List.of())),
            _ -> Optional.empty());

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void whoIsCalledInATextIsReadByHerFullName() {
        assertThat(people.read("@ana, and @ben with @nobody: write to ana@example.org."))
                .isEqualTo("@Ana $1 Sample, and @ben with @nobody: write to ana@example.org.");
        assertThat(people.read("Nobody is called")).isEqualTo("Nobody is called");
    }
}
