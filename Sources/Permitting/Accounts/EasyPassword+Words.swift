extension EasyPassword {
    /// What people take for a password when they have to take one: written down from common knowledge, theme by theme. Digits
    /// stand here only where they belong to the word.
    static let words = Set(
        [said, given, loved, watched, living, dated, office, odd].flatMap { $0.split { $0 == " " || $0 == "\n" } }
            .map { folded(ArraySlice($0.unicodeScalars)) })

    /// Asked for a password, people say so.
    private static let said = """
                password passwort passwords passwd pass passw passwor pword pwd mypassword mypass newpassword thepassword
        nopassword         passpass passcode passphrase passme passion passport secret secrets topsecret letmein letme
        letmeinnow letmeinplease         openup opensesame sesame welcome welcomehome welcomeback hello helloworld hellohello
        goodbye login logon logmein         signin enter entry access admin adm administrator administration root toor
        superuser super superadmin user username         users guest visitor test tester testing teste testpass testuser temp
        temporary tmp default changeme changethis change         changeit change_me replace reset system server computer
        internet network windows desktop laptop keyboard office         intranet master manager boss owner private public demo
        sample example trial trustme trustno trustno1 trustnoone         whatever whatsup nothing something anything forgot
        forgetit remember forever unknown blank none null undefined qwertz         azerty qwertyui abcabc abcdabcd aaaaaa
        google yahoo gmail hotmail facebook twitter youtube myspace linkedin microsoft         apple samsung nokia sony dell
        toshiba cisco oracle mysql linux ubuntu android iphone number numberone number1 mustang         thisismypassword
        thisisapassword iamadmin security secure safe safety locked unlock key keys code codes pin
        """

    /// First names and what people call each other.
    private static let given = """
                michael jordan jennifer jessica ashley daniel andrew joshua matthew robert thomas anthony nicole amanda hannah
        charlie         maggie george michelle andrea martin joseph william jonathan samantha justin brandon christopher
        christian stephanie         steven stephen richard rachel rebecca patrick benjamin alexander alexandra alexandre
        alexis alex alexandria melissa         danielle natalie natasha nathan nicholas nicolas austin taylor tyler tigger
        kevin kelly brian bryan brandy barbara         charles charlotte chelsea cheyenne christina christine chris chrissy
        crystal cynthia david diana diane dominic donald         dorothy douglas dylan eagle edward elizabeth emily eric erica
        ethan evan frank freddy gabriel gabriela gary gemma         gerald gloria gordon grace graham gregory hailey harley
        harold harry heather helen henry howard hunter isabella         isabelle isaac jack jackie jackson jacob jake james
        jamie jane janet jasmine jason jasper jeffrey jeremy jerome jesse         jessie jesus joanna joanne joel john johnny
        johnson jonas juan judith julia julian julie julien justine karen karina         katherine kathleen kathryn katie
        katrina keith kenneth kenny kimberly kristen kristina kyle larry laura lauren         laurence lawrence leonard leslie
        lewis linda lindsay lindsey lisa logan lorenzo louis louise lucas lucy luis luke         madison manuel marcus
        margaret maria mariah marie marina mario marissa mark marlene marley marshall martha martina         mary maurice
        maxine maxwell melanie melinda mercedes michaela miguel mike miller mitchell molly monica morgan muhammad
        murphy nancy naomi neil nelson nikita nora norman oliver olivia oscar pamela patricia paul paula pedro peter phil
        philip phillip phoebe rafael ralph ramona randy raymond ricardo riley robbie roberto robin rodney roger ronald rosario
        rose rosie ross roxanne russell ruth ryan sabrina sally salvador sam sammy samuel sandra sandy santiago sara sarah
        savannah scott sean sebastian sergio shannon sharon shawn sheila shelby sherry shirley sierra simon simone skyler
        sofia sophia sophie spencer stacey stella steve stuart susan suzanne sydney sylvia tamara tanya teresa terry theodore
        theresa tiffany timothy tina todd tommy tony tracy travis trevor tristan troy valentin valentina valerie vanessa
        veronica vicky victor victoria vincent virginia walter wayne wendy wesley whitney willie wilson xavier yolanda yvonne
        zachary zoe smith jones williams brown davis garcia rodriguez martinez hernandez lopez gonzalez anderson moore white
        harris clark robinson walker young allen king wright torres nguyen hill flores adams baby babygirl babyboy babe angel
        angels angela angelo angelica honey hottie sexy sexygirl cutie cutiepie sweetie sweetheart sweety sweet princess
        prince queen kitty kitten buddy buster baller bigboy bigdaddy daddy daddysgirl mommy mother father mom dad sister
        brother family friend friends bestfriend girl boy boys girls lover lovers mamma momma papa grandma grandpa nana
        beautiful pretty gorgeous handsome
        """

    /// Love, belief, boasts and oaths.
    private static let loved = """
                iloveyou iloveu iloveme ilovehim iloveher ilovegod ilovejesus ilovemom ilovemyself ilovethis iluvu luvu
        loveyou loveme         love lovely loveless lovelife lovelove mylove myloves truelove inlove loveu iloveyousomuch
        iloveyouforever missyou         amor teamo tequiero mahal jetaime corazon bonita hermosa amigos estrella cariño
        sunshine happy happiness smile smiley         jesuschrist christ god godisgood godislove blessed blessing faith hope
        heaven heavenly amen bible church spirit         trinity allah islam peace freedom liberty justice america american
        usa army navy marine marines semperfi airforce         soldier military patriot veteran lucky luck winner champion
        victory success power money cash dollar rich millionaire         business work working life lifetime live alive death
        dead devil satan lucifer evil hell demon darkness shadow dark         black blood killer kill murder fuckyou fuckme
        fuckoff fucker fuck shit bitch bitches asshole bastard pussy dick cock         boobs tits sex sexsex naked porn
        playboy blowme biteme bigdick lesbian stupid loser hater crazy cool coolman coolio         awesome perfect amazing
        special classic fantasy magic magical mystery dream dreams dreamer
        """

    /// Screen, stage and pitch: heroes, teams, bands, games, cars.
    private static let watched = """
                superman batman spiderman johncena undertaker tripleh wrestlemania ironman wolverine hulk avengers captain
        thor loki joker catwoman superstar starwars startrek         jedi yoda skywalker darthvader vader anakin solo hansolo
        chewbacca enterprise spock picard matrix neo morpheus         terminator gandalf frodo bilbo hobbit legolas aragorn
        sauron mordor gollum hogwarts harrypotter potter hermione         voldemort dumbledore gryffindor pokemon pikachu
        charizard mewtwo bulbasaur naruto sasuke sakura goku vegeta dragonball         digimon zelda luigi sonic kirby
        donkeykong nintendo playstation xbox xbox360 ps3 gamecube halo masterchief minecraft         creeper roblox fortnite
        warcraft worldofwarcraft starcraft diablo counterstrike callofduty battlefield runescape         league
        leagueoflegends overwatch fallout skyrim doom quake tetris pacman simpsons homer bart southpark cartman snoopy
        garfield scooby scoobydoo spongebob mickey mickeymouse minnie donaldduck goofy pluto disney bambi simba nemo dory
        shrek barbie barney elmo sesamestreet teletubbies bugsbunny tweety sylvester taz popeye looney winnie pooh poohbear
        eeyore piglet tinkerbell peterpan ariel cinderella aladdin elsa olaf frozen seinfeld scarface godfather rambo rocky
        predator alien aliens ghost ghostrider ghostbusters jaws titanic gladiator braveheart transformers optimus megatron
        jamesbond bond bond007 agent007 goldeneye metallica nirvana slipknot korn linkinpark greenday acdc ironmaiden megadeth
        pantera slayer tool radiohead coldplay beatles thebeatles rollingstones ledzeppelin pinkfloyd pink aerosmith
        gunsnroses bonjovi kiss eminem slimshady tupac 2pac 50cent biggie snoop snoopdogg jayz kanye drake beyonce rihanna
        britney madonna shakira selena justinbieber bieber onedirection bts exo blackpink ladygaga elvis presley bobmarley
        hendrix blink182 sum41 u2 muse rammstein evanescence misfits offspring prodigy nofx rancid guitar guitarman drummer
        drums bass music rock rocknroll rockstar rocker hiphop rap rapper dance dancer dancing piano violin trumpet techno
        metal punk football soccer baseball basketball hockey tennis golf golfer golfing volleyball softball swimming swimmer
        wrestling lacrosse rugby cricket boxing karate skate skater skateboard snowboard surf surfer surfing bowling racing
        racer cowboys dallas steelers packers eagles patriots giants redskins raiders broncos dolphins vikings bears falcons
        panthers chargers chiefs colts jaguars bengals browns ravens titans saints rams seahawks cardinals buccaneers lions
        jets bills 49ers niners yankees redsox dodgers braves cubs mets phillies astros rangers athletics brewers indians
        mariners marlins orioles padres pirates royals tigers twins whitesox lakers bulls celtics knicks heat spurs rockets
        pistons sixers 76ers warriors clippers hornets suns jazz nuggets bruins redwings blackhawks penguins flyers canucks
        mapleleafs oilers flames avalanche sharks ducks gators longhorns buckeyes wolverines sooners huskers cornhuskers
        hurricanes tarheels bluedevils wildcats bulldogs spartans trojans aggies hoosiers volunteers crimson manchester manutd
        liverpool arsenal tottenham everton newcastle barcelona realmadrid juventus milan inter ronaldo messi neymar beckham
        rooney gerrard lampard zidane maradona pele kobe kobe24 kobebryant shaq lebron lebron23 jordan23 michaeljordan curry
        iverson tiger tigerwoods bradytom brady peyton manning favre jeter gretzky nascar earnhardt dale dale3 gordon24 jeff24
        ferrari porsche corvette camaro chevy chevrolet chevelle ford fordf150 dodge charger challenger viper ram jeep
        wrangler toyota tacoma camry corolla honda civic accord acura nissan skyline mazda subaru impreza mitsubishi lancer
        volkswagen jetta audi bmw benz lexus cadillac pontiac firebird trans-am buick lincoln lamborghini bugatti maserati
        harleydavidson davidson yamaha kawasaki suzuki ducati motorcycle motorbike truck trucker tractor johndeere deere boat
        boating airplane pilot racecar
        """

    /// Animals, plants, food, colours, weather, places.
    private static let living = """
                monkey dragon lion falcon hawk wolf wolves bear panther leopard jaguar puma cougar cheetah cat cats dog dogs
        doggy         doggie puppy puppies kittycat pussycat horse horses pony mustangs stallion donkey cow chicken rooster
        duck ducky         turkey goose pig piggy bunny rabbit mouse hamster turtle frog froggy fish fishing fisherman shark
        dolphin whale         penguin butterfly ladybug spider scorpion snake cobra python rattler lizard elephant giraffe
        zebra gorilla bird birdie         parrot phoenix unicorn pegasus griffin dinosaur trex beaver badger fox foxy raven
        crow owl pitbull bulldog rottweiler         husky beagle labrador poodle max rex fido rover spot bella daisy lola coco
        bailey bandit boomer bubba buttons casey         cocoa cody cookie cookies cooper copper dakota duke dusty fluffy
        ginger gizmo gizmodo harley2 holly kiki lady lily         luna mittens muffin oreo patches peanut pebbles pepper
        peaches precious rusty sadie sassy smokey snickers snowball         socks sparky sugar tank tinker toby tucker
        whiskers ziggy zeus apollo athena hercules odin merlin wizard magician         dragons dragonfly phantom flower
        flowers roses violet orchid sunflower tulip jasmine2 tree trees forest garden leaf         nature banana apples orange
        oranges lemon lemons lime cherry cherries strawberry blueberry raspberry peach pear grape         grapes melon
        watermelon pineapple mango coconut kiwi chocolate choco candy candyman sweets cupcake cake pie cheese
        cheesecake cheeseburger burger pizza pasta spaghetti lasagna bacon steak taco tacos burrito nacho nachos popcorn
        pickle pickles potato tomato onion garlic butter bread toast coffee tea milk beer budweiser budlight coors corona
        heineken guinness whiskey vodka tequila jackdaniels wine martini cocacola coke pepsi drpepper mountaindew sprite red
        blue green yellow purple silver golden gold platinum diamond diamonds ruby emerald sapphire pearl jade amber blackcat
        blackdog blackjack bluebird bluesky bluemoon redrum redhead redneck greenbay purplerain rainbow rainbows sun sunny
        sunrise sunset moon moonlight moonbeam star stars starlight starfish sky cloud clouds rain rainy rainman storm stormy
        thunder thunderbird lightning lightening snow snowman snowflake ice iceman icecream icecube fire fireball firefly
        fireman flame wind windy hurricane tornado tsunami earthquake volcano ocean oceans sea seaside beach beaches island
        river lake mountain mountains valley desert canyon world earth planet mars venus jupiter saturn galaxy universe cosmos
        space apollo11 nasa london paris berlin madrid rome tokyo newyork newyorkcity nyc brooklyn bronx queens losangeles
        chicago houston boston miami atlanta denver seattle portland orlando vegas lasvegas detroit philly cleveland memphis
        nashville neworleans sanantonio sandiego sanfrancisco sacramento oakland california texas florida georgia alabama
        tennessee kentucky carolina northcarolina arizona colorado nevada oregon washington idaho montana utah wyoming kansas
        oklahoma nebraska iowa missouri illinois indiana ohio michigan minnesota wisconsin hawaii alaska newjersey maryland
        mississippi louisiana arkansas canada mexico brazil brasil england ireland scotland germany france spain italy greece
        poland russia china japan korea india pakistan philippines vietnam jamaica australia europe africa
        """

    /// What the calendar offers when a password has to be changed.
    private static let dated = """
                january february march april may june july august september october november december jan feb mar apr jun jul
        aug sep         sept oct nov dec spring summer autumn fall winter monday tuesday wednesday thursday friday saturday
        sunday easter         christmas xmas halloween thanksgiving newyear happynewyear birthday mybirthday holiday vacation
        weekend today tomorrow         yesterday morning midnight night day days week month year summertime wintertime
        """

    /// A permit office's and a builder's own words.
    private static let office = """
                        permit permits permitportal portal permitting mypermit mypermits permitoffice building buildings build
        builder         builders builtright construction construct contractor contractors contracting contract general
        generalcontractor         inspection inspections inspect inspector license licence licensed licenses plumber plumbing
        electric electrical         electrician mechanical hvac heating cooling roofing roofer roof framing framer
        painter          irrigation               house home homes homeowner                      zoning planning planner
        plancheck plans county city town         township state cityhall courthouse government department community
        development communitydevelopment codeenforcement         etrakit trakit trak  payment pay   invoice receipt clerk
        cashier reviewer review staff counter         frontdesk employee company companyname project projects property
        properties parcel
        """

    /// Odd ones that head the lists all the same; the digits are theirs.
    private static let odd = """
                ncc1701 ncc1701a ncc1701d ncc1701e thx1138 rush2112 r2d2 c3po r2d2c3po hal9000 area51 catch22 route66 se7en
        ou812 mp3         4ever 2fast4u 4you foryou gotohell asdzxc qweasd qweqwe asdasd zxczxc qazwsx qazwsxedc qazqaz wsxedc
        1qaz zaqwsx         zaqxsw q1w2e3 aa aaa abc abcd abcde abc123abc xxx xxxx xyz zzz qqq www asd zxc qwe poi lol lmao
        rofl omg wtf haha         hahaha hehe lalala blah blahblah yomama yoyo kikiki jojo bobo dodo gogo mama coucou doudou
        soleil bonjour marseille         motdepasse contraseña contrasena senha hallo schatz lozinka heslo parola sifre haslo
        polska wachtwoord welkom kennwort         geheim correcthorsebatterystaple correcthorse batterystaple
        supercalifragilisticexpialidocious abracadabra alakazam         bubbles doctor nurse teacher student school college
        university police officer detective firefighter lawyer cowboy         cowgirl pirate ninja samurai warrior knight
        sniper hacker hunting ranger rebel outlaw gangster gangsta pimp player         playa playgirl thug maverick topgun
        fighter rocket turbo nitro speed speedy fast furious fastfurious flash blaze         blazer inferno zombie vampire
        twilight werewolf spooky boogie bigmac bigred bigman bigtime biggun bigdog littleman         lilman shorty slim fatboy
        fatcat fatman chubby skinny cheater goober nugget pookie poopoo poop pumpkin snuggles stinky         squirt teddybear
        teddy wicked lickme hardcore fearless legend legendary immortal infinity eternity destiny paradise         serenity
        harmony melody symphony scooter trouble jesus4me god4me 4jesus marlboro newport camel camels smoke karma zen buddha
        dragonballz gundam evangelion yugioh sailormoon inuyasha bleach
        """
}
