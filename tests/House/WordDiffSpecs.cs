using Autogestion.Look;

namespace Autogestion.House;

/// <summary>A difference shows what goes and what comes, and loses no word of either wording.</summary>
public sealed class WordDiffSpecs
{
    [Fact]
    public void One_word_for_another() => Assert.Equal(
        [(WordChange.Stays, "El comedor abre a las "), (WordChange.Goes, "doce"), (WordChange.Comes, "trece"), (WordChange.Stays, " en punto")],
        WordDiff.Of("El comedor abre a las doce en punto", "El comedor abre a las trece en punto"));

    [Fact]
    public void Words_that_follow_one_another_change_as_one() => Assert.Equal(
        [(WordChange.Stays, "Se compra "), (WordChange.Goes, "un horno chico"), (WordChange.Comes, "dos hornos grandes")],
        WordDiff.Of("Se compra un horno chico", "Se compra dos hornos grandes"));

    [Fact]
    public void The_same_words_do_not_change() => Assert.Equal([(WordChange.Stays, "Nada cambia.")], WordDiff.Of("Nada cambia.", "Nada cambia."));

    [Fact]
    public void No_word_is_lost_or_made_up()
    {
        string[] words = ["a", "la", "noche", "doce,", "horno", "", "ñandú", "(sí)", "1.500"];
        var chance = new Random(20260513);
        string Text() => string.Join(' ', Enumerable.Range(0, chance.Next(12)).Select(_ => words[chance.Next(words.Length)]));
        for (var trial = 0; trial < 500; trial++)
        {
            var (before, after) = (Text(), Text());
            var pieces = WordDiff.Of(before, after);
            Assert.Equal(Bare(before), Bare(string.Concat(pieces.Where(piece => piece.Change != WordChange.Comes).Select(piece => piece.Words))));
            Assert.Equal(Bare(after), Bare(string.Concat(pieces.Where(piece => piece.Change != WordChange.Goes).Select(piece => piece.Words))));
        }
    }

    // Spaces may move to the one side or the other of a change.
    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
