using CsCheck;
using Pipeline.Ledger;

namespace Pipeline.Tests.Ledger;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData("430100")]
    [InlineData("EI.INC.PREM")]
    [InlineData("长沙市")]
    [InlineData("a-b_c")]
    public void A_code_as_it_should_be_stays_as_it_is(string code) => Assert.Equal(code, KeyText.Of(code));

    [Theory]
    [InlineData("a/b", "a~002Fb")]
    [InlineData("a|b", "a~007Cb")]
    [InlineData("..", "~002E.")]
    [InlineData("", "~")]
    [InlineData("~", "~007E")]
    [InlineData("50%'\t", "50~0025~0027~0009")]
    public void Anything_else_is_escaped(string text, string key) => Assert.Equal(key, KeyText.Of(text));

    [Fact]
    public void No_key_has_a_character_that_tables_forbid_or_that_parts_keys_and_none_is_long() => Gen.String.Sample(text =>
    {
        var key = KeyText.Of(text);
        return key.Length is > 0 and <= 400 && !key.Any(c => c is '/' or '\\' or '#' or '?' or '|' or '\'' || char.IsControl(c) || char.IsSurrogate(c));
    });

    [Fact]
    public void Different_texts_have_different_keys() => Gen.String["/~.02EF"].HashSet[50].Sample(texts =>
        texts.Select(KeyText.Of).Distinct().Count() == texts.Count);

    [Fact]
    public void Long_texts_that_differ_at_the_end_have_different_keys() =>
        Assert.NotEqual(KeyText.Of(new string('长', 900) + "一"), KeyText.Of(new string('长', 900) + "二"));

    [Fact]
    public void A_catalogue_code_that_would_need_an_escape_is_a_defect() =>
        Assert.Contains("EI/INC", Assert.Throws<InvalidDataException>(() => KeyText.Code("EI/INC")).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_of_a_form_sort_by_their_row_and_parts()
    {
        string[] keys = [FactKeys.Line("S05", 9, 1), FactKeys.Line("S05", 9, 2), FactKeys.Line("S05", 10, 1), FactKeys.Line("S05", 1_048_576, 1)];

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal("S05|@0000009", keys[0]);
        Assert.All(keys, k => Assert.True(FactKeys.IsLine(k)));
        Assert.False(FactKeys.IsLine(FactKeys.Item("S05", "EI.INC.PREM")));
    }
}
