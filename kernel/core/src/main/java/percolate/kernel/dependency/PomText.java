package percolate.kernel.dependency;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes a POM of what a cell holds: a whole project, or parts of one as they are copied from a library's page. */
final class PomText {
    private static final Map<String, String> LISTS = Map.of("dependency", "dependencies", "repository", "repositories");
    private static final Set<String> IDENTITY =
            Set.of("modelVersion", "groupId", "artifactId", "version", "name", "description", "packaging");

    private PomText() {}

    /** @throws ResolutionException if the text is not XML */
    static String complete(String text) {
        var body = text.strip().replaceFirst("\\A<\\?xml.*?\\?>", "");
        var given = Xml.parse("<fragment>" + body + "</fragment>").getDocumentElement();
        return Xml.child(given, "project").isPresent() ? body : assembled(given);
    }

    private static String assembled(Element given) {
        var document = Xml.empty();
        var project = document.createElement("project");
        document.appendChild(project);
        Map.of("modelVersion", "4.0.0", "groupId", "notebook", "artifactId", "cell", "version", "1")
                .forEach((name, value) -> list(document, project, name).setTextContent(value));
        for (var part : Xml.children(given)) {
            add(document, project, part);
        }
        return Xml.write(document);
    }

    private static void add(Document document, Element project, Element part) {
        var name = part.getNodeName();
        if (LISTS.containsKey(name)) {
            list(document, project, LISTS.get(name)).appendChild(document.importNode(part, true));
        } else if (LISTS.containsValue(name)) {
            Xml.children(part).forEach(child -> add(document, project, child));
        } else if (!IDENTITY.contains(name)) {
            project.appendChild(document.importNode(part, true));
        }
    }

    private static Element list(Document document, Element project, String name) {
        return Xml.child(project, name).orElseGet(() -> {
            var made = document.createElement(name);
            project.appendChild(made);
            return made;
        });
    }
}
