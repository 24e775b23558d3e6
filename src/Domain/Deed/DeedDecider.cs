using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Deed;

/// <summary>Decides the founding of a book, its keys and its erasures.</summary>
public static class DeedDecider
{
    private const int LongestName = 120;
    private const int LongestKey = 400;
    private const int MostFounders = 10_000;

    public static Decision Decide(DeedAct act, Stamp stamp, FoundingDeed deed) => act switch
    {
        Found found => Begin(found, stamp, deed),
        AuthoriseKey authorise => Authorise(authorise, deed),
        BeginEpoch begin => new EpochBegun(deed.Epoch + 1, begin.OldSize, begin.OldRoot, begin.LostFrom),
        EraseText erase => deed.Erased.Contains(erase.Text) ? DeedRefusals.NothingDue : new TextErased(erase.Text, erase.Ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Begin(Found act, Stamp stamp, FoundingDeed deed)
    {
        if (deed.FoundedAt is not null) return DeedRefusals.AlreadyFounded;
        if (!IsName(act.Name) || !IsName(act.Place)) return DeedRefusals.BadName;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(act.Zone) is not { } zone) return DeedRefusals.UnknownZone;
        if (!IsKey(act.Key)) return DeedRefusals.BadKey;
        var founders = act.Founders.Select(founder => founder.Person).ToImmutableHashSet();
        if (founders.Count != act.Founders.Length || founders.Count > MostFounders || !founders.Contains(stamp.Actor) || founders.Contains(PersonId.Nobody)
            || act.Founders.Any(founder => !MembersDecider.IsCommitment(founder.Commitment)))
            return DeedRefusals.BadFounders;
        if (StatutesDecider.Flaw(act.Preset) is { } flaw) return flaw;

        var rules = StatuteBook.Evolve(StatuteBook.Empty, new PresetAdopted(act.Preset, act.PresetHash));
        var least = rules.Rule(Rules.LeastMembers);
        if (founders.Count < least.Value.Value) return DeedRefusals.TooFewFounders.With("least", least.Value.Value).With("founders", founders.Count).Under(least.Cited);

        Entry[] bodies = [new BodyCreated(BodyId.Assembly, BodyKind.Assembly, null), .. act.WithCouncil ? [new BodyCreated(new(2), BodyKind.Council, null)] : Array.Empty<Entry>()];
        var bodyList = bodies.Aggregate(BodyList.Empty, BodyList.Evolve);
        if (FirstPostFlaw(act, stamp, zone, founders, bodyList, rules) is { } postFlaw) return postFlaw;

        return Decision.Of(
        [
            new Founded(act.Collective, act.Kind, act.Name, act.Place, act.Zone, act.YearEnds),
            new KeyAuthorised(act.Key),
            new PresetAdopted(act.Preset, act.PresetHash),
            .. bodies,
            .. act.Founders.Select((founder, index) => new Admitted(founder.Person, index + 1, founder.Commitment)),
            .. FirstPosts(act, stamp, zone),
        ]);
    }

    private static Refusal? FirstPostFlaw(Found act, Stamp stamp, DateTimeZone zone, ImmutableHashSet<PersonId> founders, BodyList bodies, StatuteBook rules)
    {
        foreach (var post in act.Posts)
        {
            if (PostsDecider.Flaw(post.Terms, stamp, zone, bodies, rules) is { } flaw) return flaw;
            if (post.Holders.Length > post.Terms.Seats || post.Holders.Distinct().Count() != post.Holders.Length || !post.Holders.All(founders.Contains))
                return DeedRefusals.BadFirstPost;
        }
        var auditors = act.Posts.Where(post => post.Terms.Powers.Contains(Power.Audit)).SelectMany(post => post.Holders);
        var others = act.Posts.Where(post => !post.Terms.Powers.Contains(Power.Audit)).SelectMany(post => post.Holders);
        if (auditors.Intersect(others).Any()) return PostsRefusals.AuditApart;
        if (act.Posts.Any(post => post.Terms.IncompatibleWith?.Any(other =>
            other.Value >= 1 && other.Value <= act.Posts.Length && act.Posts[other.Value - 1].Holders.Intersect(post.Holders).Any()) == true))
            return PostsRefusals.Incompatible;
        return act.Posts.Any(post => post.Terms.Powers.Contains(Power.Convene) && post.Holders.Length > 0) ? null : new Refusal(DeedRefusals.NobodyConvenes);
    }

    private static IEnumerable<Entry> FirstPosts(Found act, Stamp stamp, DateTimeZone zone)
    {
        var mandate = 0;
        for (var i = 0; i < act.Posts.Length; i++)
        {
            var (terms, holders) = act.Posts[i];
            yield return new PostCreated(new(i + 1), terms);
            var until = zone.AtStartOfDay(stamp.Entered.InZone(zone).Date.PlusMonths(terms.TermMonths)).ToInstant();
            foreach (var holder in holders)
                yield return new MandateGranted(new(++mandate), new(i + 1), holder, stamp.Entered, until, terms.Powers, null);
        }
    }

    private static Decision Authorise(AuthoriseKey act, FoundingDeed deed)
    {
        if (!IsKey(act.Key)) return DeedRefusals.BadKey;
        if (deed.Keys.Contains(act.Key) || (act.Revokes is { } old && !deed.Keys.Contains(old))) return DeedRefusals.KeyUnchanged;
        return act.Revokes is { } revoked
            ? Decision.Of(new KeyAuthorised(act.Key), new KeyRevoked(revoked))
            : new KeyAuthorised(act.Key);
    }

    private static bool IsName(string text) => text.Length <= LongestName && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);

    private static bool IsKey(string text) => text.Length is > 10 and <= LongestKey && text.All(c => c is > ' ' and <= '~');
}
