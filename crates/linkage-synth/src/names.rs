//! Names, commonest first. None of them is a person's: they are put together by chance.

/// Given names of men.
pub(crate) const MEN: &str = "ahmed ali hassan hussain imran usman bilal asif kashif nadeem tariq shahid \
    khalid javed naveed waseem saleem rashid amjad arshad akram aslam ashraf anwar \
    abid adnan adeel zahid zubair yasir yousaf younis waqas waqar umar umair talha \
    tahir sohail sajid sajjad saeed rizwan riaz ramzan qasim nasir naeem mushtaq \
    munir mubashir mansoor majid liaqat latif kamran junaid jameel irfan iqbal \
    imtiaz ilyas idrees ibrahim hamza habib ghulam ghafoor fayyaz farooq faisal \
    ejaz danish dawood bashir babar azhar azeem aziz awais atif arif aqeel altaf \
    akhtar afzal abbas zeeshan zafar yaqoob yaseen wajid waheed tanveer tufail \
    shoaib sharif shakeel shafiq shabbir sarfraz sardar salman sabir rehman rauf \
    rafiq rafaqat qadeer parvez pervaiz noman niaz nawaz mustafa murtaza muneeb \
    mukhtar mehmood mazhar luqman khurram khizar karim jamshed jahangir ismail \
    ishaq inayat haroon hanif haider gulzar gulfam fida feroz fazal farhan ehsan \
    dilawar daniyal zulfiqar zaman zakir wali usama ubaid tauseef tasawar sultan \
    suleman siddique shehzad shaukat shaban saqib samiullah sadiq rustam rahim \
    qurban qaiser obaid nisar nazir mumtaz muzammil mudassar moin masood mahboob \
    lal khadim kaleem jalal intizar inam hidayat hakeem hafeez ghias ghazanfar \
    fahad fakhar dost bakhtawar badar azam aurangzeb asghar aman akbar ahsan abrar \
    abdullah";

/// Given names of women.
pub(crate) const WOMEN: &str = "fatima ayesha maryam zainab khadija sana saima nadia nazia shazia fozia rabia \
    samina shabana rukhsana parveen nasreen yasmeen kausar shamim naseem bushra \
    uzma asma hina iqra amina sadia sobia tahira sumaira rubina robina farzana \
    shaheen noreen nargis nasim najma mehwish madiha kiran irum humaira huma \
    ghazala farah farida erum bano bilqis azra aqsa anila alina aliya zubaida \
    zahida tabassum sughra shagufta safia razia rashida naheed musarrat mumtaz \
    memoona kalsoom jamila hajra hafsa gulnaz firdous";

/// Second and family names.
pub(crate) const FAMILY: &str = "khan ahmed hussain malik ali iqbal shah butt akhtar mirza qureshi sheikh \
    siddiqui chaudhry rana mughal bhatti hashmi ansari abbasi baloch mehmood raza \
    nawaz rehman javed aslam bukhari gilani kazmi naqvi rizvi zaidi jafri farooqi \
    usmani alvi hameed majeed rasheed waheed saeed tariq anwar bashir yousaf ismail \
    ibrahim sadiq sharif aziz karim latif ghani afridi khattak yousafzai bangash \
    orakzai mohmand durrani achakzai kakar mengal bugti marri rind leghari mazari \
    jatoi soomro bhutto memon talpur shaikh junejo chandio magsi khoso brohi awan \
    gondal tarar warraich cheema chattha bajwa sandhu ghumman virk sial tiwana noon \
    kharal wattoo niazi minhas janjua";

/// Districts, the larger first.
pub(crate) const DISTRICTS: &str = "lahore karachi-east faisalabad rawalpindi karachi-central multan gujranwala \
    peshawar hyderabad islamabad quetta sialkot bahawalpur sargodha rahim-yar-khan \
    muzaffargarh kasur sheikhupura okara gujrat sahiwal vehari khanewal jhang \
    dera-ghazi-khan swat mardan charsadda swabi nowshera kohat bannu abbottabad \
    mansehra haripur sukkur larkana khairpur nawabshah mirpur-khas dadu badin \
    thatta jacobabad shikarpur ghotki sanghar umerkot khuzdar turbat sibi loralai \
    zhob chaman gwadar muzaffarabad mirpur kotli gilgit skardu attock jhelum \
    chakwal mianwali bhakkar khushab layyah lodhran pakpattan narowal hafizabad \
    chiniot nankana-sahib rajanpur";
