package org.filmwright.story.prose;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** English words by what they tell about who is there. All in lower case. */
final class Lexicon {
    static final Set<String> MALE = words("""
            he him his himself man boy gentleman father son brother husband uncle nephew grandfather king prince duke
            lord sir monk priest lad fellow widower groom policeman fisherman fireman postman salesman milkman landlord
            waiter butler valet wizard mr mister guy grandpa dad
            """);
    static final Set<String> FEMALE = words("""
            she her hers herself woman girl lady mother daughter sister wife aunt niece grandmother queen princess
            duchess nun maid lass widow bride policewoman landlady waitress actress witch mrs miss ms madam nurse
            grandma mum mom housekeeper hostess
            """);
    static final Set<String> AGED = words("grandmother grandfather grandma grandpa granny hermit");
    static final Set<String> CHILDREN = words("boy girl child kid lad lass baby");
    static final Set<String> ROLES = words(
            """
                    man woman boy girl child kid gentleman lady stranger traveller traveler policeman policewoman officer sergeant
                    detective inspector guard soldier captain sailor fisherman fishwife ferryman boatman lamplighter postman
                    postmaster keeper lighthouse-keeper innkeeper shopkeeper gatekeeper housekeeper doctor nurse surgeon teacher
                    student pupil professor scientist engineer mechanic pilot astronaut driver conductor waiter waitress cook baker
                    butcher farmer shepherd hunter woodcutter miller smith blacksmith carpenter tailor cobbler clockmaker
                    watchmaker painter artist sculptor writer poet musician violinist fiddler pianist singer dancer actor actress
                    thief robber burglar murderer prisoner beggar merchant seller clerk cashier librarian bartender barman
                    barmaid landlord landlady porter butler valet maid servant king queen prince princess duke duchess lord knight
                    priest monk nun bishop witch wizard ghost mother father grandmother grandfather daughter son sister brother
                    wife husband widow widower uncle aunt cousin bride groom mayor judge lawyer journalist photographer gardener
                    undertaker gravedigger goldsmith apprentice messenger courier robot giant dwarf hermit pirate cowboy sheriff
                    """);
    static final Set<String> TITLES = words(
            """
                    mr mrs ms miss dr doctor captain colonel major general sergeant lieutenant professor uncle aunt old young lady
                    lord sir prince princess king queen duke duchess father mother brother sister saint inspector detective officer
                    little granny madame monsieur
                    """);
    static final Set<String> NO_NAMES = words(
            """
                    i a an the this that these those it its he she they we you his her their our my your him them us me and but or
                    nor so yet for if when while as after before until since because though although where wherever whenever what
                    who whom whose which why how there here then now once again soon later suddenly at in on by with from to into
                    onto inside outside over under through across behind beside between beyond above below near not no yes oh ah
                    well good some any each every all both few many much more most other others another one two three four five
                    six seven eight nine ten hundred thousand first second third last next only even still just perhaps maybe never
                    always sometimes often nothing everything something anything nobody everybody somebody someone everyone anyone
                    long far away down up out off back round along together monday tuesday wednesday thursday friday saturday
                    sunday january february march april may june july august september october november december christmas easter
                    english french german italian spanish russian american latin greek god heaven hell lord today tomorrow
                    yesterday tonight morning noon afternoon evening night midnight dawn dusk day spring summer autumn winter
                    fog mist rain snow wind storm thunder lightning sun moon stars light darkness silence smoke dust water waves
                    fire time people men women children voices footsteps years months weeks days hours minutes seconds
                    street road avenue lane square park river sea ocean lake bay city town village church chapter part book
                    without upon about against among during toward towards except like unlike let come go look see listen wait
                    stop please thank thanks north south east west
                    """);
    static final Set<String> NO_SUBJECT = words(
            "that which what it there this nothing and but or if when then as than be been being was is were are to have had has");
    static final Set<String> PLACED = words("in at from near into across toward towards outside around through of");
    /** What only somebody does. */
    static final Set<String> DOING = forms(
            """
                    walk run step climb row ride drive open close lock knock look watch stare glance gaze peer smile laugh nod
                    frown sigh cry weep whisper shout murmur mutter call ask answer reply listen wait turn return enter arrive reach
                    pull push lift carry drop place hand offer pick pour light strike cook bake paint play dance kiss hug follow
                    chase help kill love hate want need wish hope fear decide promise refuse agree remember believe wonder learn work
                    live stay sail jump crawl march hurry rush pause hesitate lean bow wave point reach touch clutch unfold fold
                    unlock untie wrap unwrap sip taste swallow chew yawn shiver tremble blush collect mend repair polish count
                    study examine search discover notice recognize recognise greet thank dream snore pray sew dig plant
                    travel wander stroll visit receive post deliver stop start try use show press tug haul hide
                    """,
            """
                    goes go went comes came come sees saw seen says said tells told sits sat stands stood lies lay sleeps slept
                    wakes woke finds found found takes took gives gave holds held keeps kept knows knew thinks thought feels felt
                    hears heard reads writes wrote leaves left brings brought buys bought sells sold throws threw catches caught
                    runs ran swims swam drinks drank eats ate sings sang rides rode drives drove rises rose wears wore puts put sets
                    builds built fights fought falls fell hides hid loses lost makes made meets met pays paid sends sent
                    shakes shook speaks spoke spends spent steals stole swears swore teaches taught understands understood has had
                    is was does did begins began bends bent breaks broke creeps crept draws drew grows grew kneels knelt leads led
                    leaps leapt lights lit slides slid strikes struck tears tore winds wound cannot can could would will must
                    """);
    /** What is done to somebody. */
    static final Set<String> MEETING = words("""
            meets met finds found sees saw asks asked tells told kisses kissed follows followed helps helped loves loved
            calls called named greets greeted thanks thanked visits visited joins joined watches watched knows knew
            marries married hears heard
            """);

    private Lexicon() {}

    private static Set<String> words(String text) {
        return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(text.strip().split("\\s+"))));
    }

    /** @param regular verbs, of which present and past are made @param others as they are */
    private static Set<String> forms(String regular, String others) {
        Set<String> all = new HashSet<>(words(others));
        for (String verb : words(regular)) {
            String soft = verb.matches(".*[^aeiou]y") ? verb.substring(0, verb.length() - 1) + "i" : verb;
            String stem = soft.endsWith("e") ? soft.substring(0, soft.length() - 1) : soft;
            all.add(verb);
            all.add(soft.matches(".*(i|s|sh|ch|x|o)") ? soft + "es" : verb + "s");
            all.add(stem + "ed");
            all.add(verb.replaceFirst("([^aeiou][aeiou])([bdgmnpt])$", "$1$2$2") + "ed");
        }
        return Collections.unmodifiableSet(all);
    }
}
