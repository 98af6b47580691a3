// What a student writes in each language; the same test runs them all.
const BOTH = {
  keyword: "class",
  complete: { written: "animal.gree", offered: "greeting()", completed: "animal.greeting()" },
  inspect: { written: "animal.greeting", told: "greeting" },
  lived: { written: "rounds != 0", shown: "true" },
  forgotten: "animal",
};
const ASKED = { prompt: "name?", answer: "Ada 😀", shown: "Hello Ada 😀" };

export const KERNELS = [
  {
    ...BOTH,
    language: "java",
    kernelspec: "percolate-java",
    declare: "class Animal {\n    String greeting() { return \"moo\"; }\n}\nvar animal = new Animal();",
    endless: { written: "int rounds = 0;\nSystem.out.println(\"begun\");\nwhile (true) rounds++;", shown: "begun" },
    ask: { ...ASKED, written: "var name = readLine(\"name? \");\n\"Hello \" + name" },
    flood: "while (true) System.out.println(\"again \\u001b[31mand again\\u001b[0m\");",
  },
  {
    ...BOTH,
    language: "kotlin",
    kernelspec: "percolate-kotlin",
    declare: "class Animal {\n    fun greeting() = \"moo\"\n}\nval animal = Animal()",
    endless: { written: "var rounds = 0\nprintln(\"begun\")\nwhile (true) rounds++", shown: "begun" },
    ask: { ...ASKED, written: "print(\"name? \")\nval name = readln()\n\"Hello $name\"" },
    flood: "while (true) println(\"again \\u001b[31mand again\\u001b[0m\")",
  },
];
