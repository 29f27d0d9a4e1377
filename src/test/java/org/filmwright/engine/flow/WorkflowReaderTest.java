package org.filmwright.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition is refused with the file, the place and the reason, or it is sound. */
class WorkflowReaderTest {
    private static String refusal(String json) {
        Outcome<Workflow> read = new WorkflowReader("workflows/mine.json").read(json);
        return assertInstanceOf(Failure.Refused.class, ((Outcome.Failed<Workflow>) read).failure()).what();
    }

    private static String flow(String nodes) {
        return """
                {"name": "mine", "version": 1, "title": "Mine", "input": {"n": "integer"}, "nodes": [%s]}"""
                .formatted(nodes.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{'name':'a','kind':'task','handler':'h','after':['b']} | a.after: there is no node 'b'",
        "{'name':'a','kind':'task','handler':'h','after':['a']} | a.after: 'a' lies in items that this node is no part of",
        "{'name':'a','kind':'task','handler':'h','after':['b']},{'name':'b','kind':'task','handler':'h','after':['a']} | these wait for each other: [a, b]",
        "{'name':'a','kind':'task','handler':'h'},{'name':'a','kind':'task','handler':'h'} | a: this name is taken",
        "{'name':'A b','kind':'task','handler':'h'} | nodes[0].name: a name has 1 to 40 small letters",
        "{'name':'a','kind':'magic'} | nodes[0].kind: 'magic' is none of task",
        "{'name':'a','kind':'task'} | nodes[0].handler: a text is expected",
        "{'name':'a','kind':'task','handler':'h','colour':'red'} | nodes[0].colour: this is not known here",
        "{'name':'a','kind':'task','handler':'h','stage':'lunch'} | nodes[0].stage: there is no stage 'lunch'",
        "{'name':'a','kind':'task','handler':'h','stage':'final_assembly'},{'name':'b','kind':'task','handler':'h','stage':'scene_planning','after':['a']} | b.stage: scene_planning comes before final_assembly",
        "{'name':'a','kind':'task','handler':'h'},{'name':'b','kind':'task','handler':'h','after':[{'from':'a','if':'output.x +'}]} | nodes[1].after[0].if: Character",
        "{'name':'a','kind':'task','handler':'h'},{'name':'b','kind':'task','handler':'h','after':[{'from':'a','if':'input.z'}]} | b: the input has no field 'z'",
        "{'name':'f','kind':'fanout','over':'input.z','handler':'h'} | f.over: the input has no field 'z'",
        "{'name':'f','kind':'fanout','over':'gone.list','handler':'h'} | f.over: there is no node 'gone'",
        "{'name':'g','kind':'gate','question':'Well?'} | a gate that offers 'redo' says with 'about'",
        "{'name':'a','kind':'task','handler':'h'},{'name':'g','kind':'gate','question':'Well?','about':'a'} | g.about: the gate has to come after 'a'",
        "{'name':'a','kind':'task','handler':'h','loops':[{'to':'b','if':'true','limit':2}]},{'name':'b','kind':'task','handler':'h','after':['a']} | a.loops: 'b' does not come before this node",
        "{'name':'a','kind':'task','handler':'h','loops':[{'to':'a','if':'true','limit':0}]} | nodes[0].loops[0].limit: a whole number from 1 to 100",
        "{'name':'a','kind':'task','handler':'h','review_below':2} | nodes[0].review_below: a number from 0 to 1",
        "{'name':'g','kind':'gate','question':'Well?','options':[{'choice':'a','label':'A','then':'accept'}],'deadline':{'after':'soon','policy':'wait'}} | deadline.after: a time like PT48H",
        "{'name':'g','kind':'gate','question':'Well?','options':[{'choice':'a','label':'A','then':'accept'}],'deadline':{'after':'PT1H','policy':'default','choice':'b'}} | the choice at the deadline is one of the options"})
    void whatIsWrongIsNamedWithItsPlace(String nodes, String reason) {
        String said = refusal(flow(nodes));
        assertTrue(said.startsWith("The workflow workflows/mine.json cannot be used."), said);
        assertTrue(said.contains(reason), said);
    }

    @Test
    void brokenJsonIsRefusedWithLineAndColumn() {
        assertTrue(refusal("{\n  \"name\": ,\n}").contains("Line 2, column"));
        assertTrue(refusal("[1, 2]").contains("a workflow is a JSON object"));
        assertTrue(refusal("{\"name\": \"a\", \"name\": \"b\"}").contains("Duplicate"));
        assertTrue(refusal("[".repeat(1000)).contains("nesting depth"));
        assertTrue(refusal(" ".repeat(300_000)).contains("more than"));
    }

    @Test
    void whateverIsDoneToADefinitionItIsReadOrRefusedNeverBroken() {
        String sound = flow("""
                {'name':'a','kind':'task','handler':'h'},
                {'name':'f','kind':'fanout','over':'a.list','nodes':[{'name':'x','kind':'task','handler':'h'},
                  {'name':'y','kind':'gate','question':'Well?','about':'x','after':['x']}]},
                {'name':'b','kind':'task','handler':'h','after':[{'from':'f.y','if':'output.choice == "accept"'}]}"""
                .replace("\"accept\"", "\\\\\"accept\\\\\""));
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(sound);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                    default -> text.insert(at, text.charAt(random.nextInt(text.length())));
                }
            }
            new WorkflowReader("x").read(text.toString());
        }
    }

    @Test
    void theInputOfARunIsTyped() {
        Workflow flow = new WorkflowReader("x").parse("""
                {"name": "mine", "version": 1, "title": "Mine", "input": {"n": "integer", "who": "string?"},
                 "nodes": [{"name": "a", "kind": "task", "handler": "h"}]}""");
        assertEquals(Optional.empty(), flow.misfit(Texts.tree("{\"n\": 3}")));
        assertEquals(Optional.of("The input 'n' is missing."), flow.misfit(Texts.tree("{}")));
        assertEquals(Optional.of("The input 'n' has to be of type integer."), flow.misfit(Texts.tree("{\"n\": 1.5}")));
        assertEquals(Optional.of("The workflow takes no input called 'x'."),
                flow.misfit(Texts.tree("{\"n\": 3, \"x\": 1}")));
    }

    @Test
    void theSameDefinitionHasTheSameHashAndAnotherHasAnother() {
        String one = flow("{'name':'a','kind':'task','handler':'h'}");
        Workflow read = new WorkflowReader("x").parse(one);
        assertEquals(read, Workflow.of(read.definition()));
        assertTrue(!read.definition()
                .hash()
                .equals(
                        new WorkflowReader("x").parse(one.replace("Mine", "Yours")).definition().hash()));
    }
}
