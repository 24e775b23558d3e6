using Autogestion.Domain.Kernel;
using Autogestion.Pages.Found;
using Autogestion.Pages.Members;

namespace Autogestion.Tests.Rooms;

/// <summary>A founding as typed: who, which posts, which id.</summary>
public sealed class FoundingTests
{
    private static readonly Guid Act = new("7f9c1d3e-0000-7000-8000-000000000001");

    private static FoundingForm Form(string others = "Rosa Pinto, 20.111.222\n\n  José Núñez ; 30333444\nAna") => new()
    {
        Name = "Cerámica del Sur",
        Place = "Puerto Inventado",
        Preset = "NONE",
        MyName = "Elba Quinteros",
        Others = others,
        Posts = [new() { Name = "Coordinación", Powers = [Power.Convene], Holders = "elba quinteros, rosa" }, new()],
    };

    [Fact]
    public void Founders_are_one_a_line_the_person_herself_first() =>
        Assert.Equal([new("Elba Quinteros", null), new("Rosa Pinto", "20.111.222"), new("José Núñez", "30333444"), new FounderLine("Ana", null)], FoundingReader.Founders(Form()));

    [Theory]
    [InlineData("rosa pinto", 1), InlineData("JOSE NUNEZ", 2), InlineData("jos", 2), InlineData("Ana", 3)]
    [InlineData("Nadie", null), InlineData("", null)]
    public void A_holder_is_found_by_name_without_regard_to_accents(string name, int? place) =>
        Assert.Equal(place, FoundingReader.Find(FoundingReader.Founders(Form()), name));

    [Fact]
    public void A_beginning_that_fits_two_finds_nobody() =>
        Assert.Null(FoundingReader.Find([new("Ana Ríos", null), new("Ana Paz", null)], "Ana"));

    [Fact]
    public void Empty_rows_are_no_posts_and_holders_are_places_in_the_list()
    {
        var post = Assert.Single(FoundingReader.Posts(Form(), FoundingReader.Founders(Form())));
        Assert.Equal([0, 1], post.Holders);
    }

    [Fact]
    public void A_whole_form_has_no_fault() => Assert.Empty(FoundingReader.Faults(Form()));

    [Fact]
    public void What_makes_no_sense_is_said_beside_its_field()
    {
        var form = Form("Rosa Pinto\nrosa pinto");
        form.Place = " ";
        form.Preset = null;
        form.Posts[0].Holders = "Nadie";
        Assert.Equal(
            [new("Place", "missing"), new("Preset", "choose"), new("Others", "twice", "Rosa Pinto"), new FormFault("Posts[0].Holders", "nobody", "Nadie")],
            FoundingReader.Faults(form));
    }

    [Fact]
    public void The_id_is_made_of_the_name_and_a_tail_and_the_same_act_gives_the_same_id()
    {
        var id = FoundingReader.IdOf("Cerámica del Sur", Act).Value;
        Assert.Matches("^ceramica-del-sur-[0-9a-f]{8}$", id);
        Assert.Equal(id, FoundingReader.IdOf("Cerámica del Sur", Act).Value);
        Assert.NotEqual(id, FoundingReader.IdOf("Cerámica del Sur", Guid.NewGuid()).Value);
        Assert.Matches("^[0-9a-f]{8}$", FoundingReader.IdOf("東京", Act).Value);
        Assert.True(FoundingReader.IdOf(new string('a', 120), Act).Value.Length <= 63);
    }

    [Fact]
    public void Nobody_is_two_people()
    {
        Assert.Equal(4, Enumerable.Range(0, 4).Select(place => FoundingReader.PersonOf(Act, place)).Distinct().Count());
        Assert.NotEqual(FoundingReader.PersonOf(Act, 0), Applicant.IdFrom(Act));
    }
}
